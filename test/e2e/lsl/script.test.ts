import { describe, expect, it } from 'vitest';
import { World } from './world/world.ts';

const OWNER = 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b';

/** What a script says when it starts. */
async function run(source: string): Promise<string[]> {
  const world = new World();
  const prim = world.rez(OWNER);
  prim.addScript('the script', source);
  await world.settle();
  return prim.said.map(({ text }) => text);
}
const inState = (statements: string, before = '') => run(`${before} default { state_entry() { ${statements}\n} }`);

describe('an expression', () => {
  it.each([
    ['1 + 2 * 3 - 4', '3'],
    ['(1 + 2) * 3', '9'],
    ['7 / 2', '3'],
    ['-7 / 2', '-3'],
    ['-7 % 3', '-1'],
    ['7 / 2.0', '3.500000'],
    ['16777216.0 + 1.0 == 16777216.0', '1'],
    ['(float)1 / 3', '0.333333'],
    ['2147483647 + 1', '-2147483648'],
    ['2147483647 * 2147483647', '1'],
    ['0xff', '255'],
    ['1 - -1', '2'],
    ['1 < 2 == 2 > 1', '1'],
    ['1 != 2', '1'],
    ['"a" + "b" + (string)1', 'ab1'],
    ['"a" == "A"', '0'],
    ['(key)"a" == "a"', '1'],
    ['!0', '1'],
    ['!1 || TRUE && FALSE', '0'],
    // Of one rank and read from the left.
    ['1 || 0 && 0', '0'],
    ['6 & 3 | 8 ^ 1', '11'],
    ['1 << 4 >> 2', '4'],
    ['~5', '-6'],
    ['1 | 2 == 2', '1'],
    ['(string)<1, 2.5, -3> + (string)(<1, 2, 3> + <1, 1, 1>)', '<1.00000, 2.50000, -3.00000><2.00000, 3.00000, 4.00000>'],
    ['<1, 2, 3> == <1, 2, 3>', '1'],
    ['ZERO_ROTATION', '<0.00000, 0.00000, 0.00000, 1.00000>'],
    ['(integer)"12.9 apples"', '12'],
    ['(integer)" -3"', '-3'],
    ['(integer)"apples"', '0'],
    ['(integer)"0x1A"', '26'],
    ['(integer)"99999999999"', '-1'],
    ['(integer)-2.7', '-2'],
    ['(float)"1.5e2x"', '150.000000'],
    ['1000000.0 * 0.1', '100000.000000'],
    ['[1, 2.5, "x"] + 3 + [[4]]', '12.500000x34'],
    ['0 + [1]', '01'],
    // As many elements, whatever they are.
    ['[1, 2] == [3, 4]', '1'],
    ['[1, 2, 3] != [1]', '2'],
    ['[] == []', '1'],
    ['"tab\\there, \\"quoted\\", back\\\\slash"', 'tab    here, "quoted", back\\slash'],
    ['"// no comment"', '// no comment'],
    ['(list)"a" + "b"', 'ab'],
    ['llGetListLength((list)"a,b")', '1'],
  ])('%s is %s', async (expression, result) => {
    expect(await inState(`llSay(0, (string)(${expression}));`)).toEqual([result]);
  });

  it('is worked out from the right, both sides of && and || included', async () => {
    const says = 'integer f(string name) { llSay(0, name); return FALSE; }';
    expect(await inState('integer i = f("a") && f("b") || f("c");', says)).toEqual(['c', 'b', 'a']);
    expect(await inState('list l = [f("a"), f("b")];', says)).toEqual(['a', 'b']);
  });

  it('gives what it put into a variable', async () => {
    expect(await inState('integer a; integer b = a = 4; a += b *= 2; llSay(0, (string)a + " " + (string)b);')).toEqual(['12 8']);
    expect(await inState('list l; l += 1; l += ["b"]; llSay(0, llDumpList2String(l, "|"));')).toEqual(['1|b']);
    expect(await inState('string s = "a"; s += "b"; float f = 1; f /= 4; llSay(0, s + (string)f);')).toEqual(['ab0.250000']);
  });
});

describe('a statement', () => {
  it.each([
    ['for(i = 0, j = 5; i < j; i += 2, j -= 1) llSay(0, (string)i + (string)j);', ['05', '24']],
    ['for(; i < 2; i += 1) { integer j = i * 10; llSay(0, (string)j); } llSay(0, (string)j);', ['0', '10', '0']],
    ['if (0) llSay(0, "a"); else if ("") llSay(0, "b"); else llSay(0, "c");', ['c']],
    ['if (NULL_KEY) llSay(0, "a"); if ([]) llSay(0, "b"); if (0.5) llSay(0, "c"); ;', ['c']],
    ['if (1) { return; } llSay(0, "not reached");', []],
    ['while (i < 3) { i++; if (i == 2) llSay(0, (string)i); }', ['2']],
    ['do llSay(0, (string)i--); while (i > -2);', ['0', '-1']],
    ['i = 5; llSay(0, (string)(i++ + ++i)); llSay(0, (string)i);', ['12', '7']],
    ['vector v = <1, 2, 3>; llSay(0, (string)(v.x + v.z));', ['4.000000']],
    ['/* a comment\n of two lines */ llSay(0, "a"); // and one of one', ['a']],
  ])('%s', async (statements, said) => {
    expect(await inState(`integer i; integer j; ${statements}`)).toEqual(said);
  });

  it('sees the variables around it, and those of the same name that are nearer', async () => {
    const before = 'string name = "global"; string seen() { return name; } f(string name) { name += "!"; llSay(0, name + seen()); }';
    expect(await inState('f("own"); name = "changed"; f("x"); { string name = "inner"; llSay(0, name); }', before)).toEqual([
      'own!global',
      'x!changed',
      'inner',
    ]);
  });

  it('returns from within loops, with the value as the type that the function has', async () => {
    const find = 'float find(list l) { integer i; for (i = 0; i < 9; i += 1) { if (llList2Integer(l, i) > 2) return i; } return -1; }';
    expect(await inState('llSay(0, (string)find([1, 3, 5]) + (string)find([]));', find)).toEqual(['1.000000-1.000000']);
  });
});

describe('what the language does not allow is refused with its line', () => {
  it.each([
    ['integer i = "5";', 'line 1: i is a integer, and a string came'],
    ['\nstring s = 5;', 'line 2: s is a string, and a integer came'],
    ['string s = "a" + 5;', "line 1: string + integer can't be worked out"],
    ['string s = "a" + llGetOwner();', "line 1: string + key can't be worked out"],
    ['integer i = 1 / 0;', "line 1: integer / integer can't be worked out"],
    ['integer i = 1.0 && 1;', "line 1: float && integer can't be worked out"],
    ['key k = (key)5;', "line 1: a integer can't be made a key"],
    ['llSay(0);', 'line 1: llSay takes 2 arguments, and 1 came'],
    ['llSay("0", "a");', 'line 1: argument 1 of llSay is a integer, and a string came'],
    ['llTeleport();', 'line 1: there is no function llTeleport'],
    ['i = 5;', 'line 1: there is no variable i'],
    ['integer i = llSay(0, "");', 'line 1: a value is needed here, and nothing is given back'],
    ['return 5;', 'line 1: nothing is to be given back here'],
    ['for (;TRUE;) ;', 'line 1: more than 100000 statements'],
    ['while (TRUE) ;', 'line 1: more than 100000 statements'],
    ['jump out;', 'line 1: ; is needed, and "out" came'],
    ['state other;', 'line 1: there is no state other'],
    ['vector v = <1, 2>;', 'line 1: a vector has three parts and a rotation four, not 2, and ";" came'],
    ['vector v = <1, 2, "3">;', 'line 1: a vector is of numbers, and a string came'],
    ['float f = ZERO_VECTOR.s;', 'line 1: a vector has no part s'],
    ['if (FALSE) llTeleport();', 'line 1: there is no function llTeleport'],
    ['llSay(0, "a")', 'line 2: ; is needed, and "}" came'],
    ['llSay(0, "a" "b");', 'line 1: , is needed, and "b" came'],
    ['integer i = 5 # 3;', 'line 1: nothing begins with "# 3;\\n} }"'],
    ['integer i = 5.0 | 3;', "line 1: float | integer can't be worked out"],
    ['llSay(0, "', 'line 1: nothing begins with'],
  ])('%s', async (statements, message) => {
    await expect(inState(statements)).rejects.toThrow(message);
  });

  it.each([
    ['integer f() { } default { state_entry() { integer i = f(); } }', 'line 1: f gives nothing back'],
    ['default { }\nother { }', 'line 2: state is needed, and "other" came'],
    ['f() { state default; } default { state_entry() { f(); } }', "line 1: a function can't change the state, and f does"],
    ['default { teleported() { } }', 'line 1: there is no event teleported'],
    ['integer i;\n5', 'line 2: a type, a function or the state default is needed, and "5" came'],
    ['default { touch(quaternion q) { } }', 'line 1: a type is needed, and "quaternion" came'],
  ])('%s', async (source, message) => {
    await expect(run(source)).rejects.toThrow(message);
  });
});
