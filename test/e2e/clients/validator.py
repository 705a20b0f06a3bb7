"""The XML-RPC validator's eight methods and an echo of every type, by Python's own client."""
import datetime
import json
import sys
import xmlrpc.client

server = xmlrpc.client.ServerProxy(json.loads(sys.argv[1])['url'], use_builtin_types=True)
validator = server.validator1
stooges = {'moe': 2, 'larry': 4, 'curly': 7}
when = datetime.datetime(2026, 2, 28, 23, 59, 58)
many = [7, True, 'é <&> 日本 😀', -2.5, when, bytes(range(256))]
names = {'substruct': stooges, 'empty': {}, 'list': [1, 'two', 3.5, [False, []]], 'ключ & <': '', '': 'no name'}
everything = [*many, names, [], '', ' \n\t "quotes" \' ]]>', 0, -0.5, 2147483647, -2147483648, 1e300]

print(json.dumps({
    'arrayOfStructsTest': validator.arrayOfStructsTest([{**stooges, 'curly': n} for n in (7, -3, 20)]),
    'countTheEntities': validator.countTheEntities('<<&>"& \'&"<>&'),
    'easyStructTest': validator.easyStructTest(stooges),
    'echoStructTest': validator.echoStructTest(names) == names,
    'manyTypesTest': validator.manyTypesTest(*many) == many
    and [type(value) for value in validator.manyTypesTest(*many)] == [type(value) for value in many],
    'moderateSizeArrayCheck': validator.moderateSizeArrayCheck(['first日本'] + ['middle'] * 150 + ['last😀']),
    'nestedStructTest': validator.nestedStructTest({
        '1999': {'04': {'01': stooges}},
        '2000': {'04': {'01': {'moe': 1, 'larry': 1, 'curly': 2}, '02': stooges}},
    }),
    'simpleStructReturnTest': validator.simpleStructReturnTest(7),
    'echo': [server.diagnostics.echo(value) for value in everything] == everything
    and server.diagnostics.echo(everything) == everything,
}))
