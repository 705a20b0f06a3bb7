<?php

declare(strict_types=1);

namespace Scrip;

/**
 * Reads an answer of XML-RPC: int, i8 -> int, double -> float, boolean -> bool, string and base64 -> string, nil -> null,
 * dateTime.iso8601 -> Time, array and struct -> array. It reads UTF-8 without a document type, so no entity is ever expanded.
 * Raises client.bad_answer for everything else, and the server's fault where the answer is one.
 */
final class Decoder
{
    private const MAX_DEPTH = 64;
    /** Far above the longest list of a server. The worst of them fit into the 128 MB that PHP gives a program. */
    private const MAX_VALUES = 250000;
    /** Which elements may stand in each one. */
    private const INSIDE = array(
        '' => array('methodResponse'),
        'methodResponse' => array('params', 'fault'),
        'params' => array('param'),
        'param' => array('value'),
        'fault' => array('value'),
        'value' => array('string', 'int', 'i4', 'i8', 'double', 'boolean', 'nil', 'dateTime.iso8601', 'base64', 'array', 'struct'),
        'array' => array('data'),
        'data' => array('value'),
        'struct' => array('member'),
        'member' => array('name', 'value'),
    );

    /** @var string[] The elements that are open. */
    private array $elements = array('');
    /** @var array<int, array{type: string, value: mixed}> The values that are open. */
    private array $open = array();
    /** @var array<int, string|null> The names of the members that are open; null as long as there is none. */
    private array $names = array();
    private string $text = '';
    private int $values = 0;
    /** @var array{isFault: bool, value: mixed}|null */
    private ?array $answer = null;

    /** @return mixed */
    public static function answer(string $xml)
    {
        self::refuseEntities($xml);
        $decoder = new self();
        $decoder->read($xml);
        if ($decoder->answer === null) {
            throw self::bad('it holds no value');
        }
        $value = $decoder->answer['value'];
        if (!$decoder->answer['isFault']) {
            return $value;
        }
        if (!is_array($value) || !is_int($value['faultCode'] ?? null) || !is_string($value['faultString'] ?? null)) {
            throw self::bad('its fault lacks faultCode or faultString');
        }
        throw new Fault($value['faultCode'], $value['faultString']);
    }

    /** Entities need a document type. In UTF-8 it has one spelling, so a search finds it before the parser sees it. */
    private static function refuseEntities(string $xml): void
    {
        $declared = preg_match('/^\s*<\?xml\b[^>]*\bencoding\s*=\s*["\']([^"\']*)/', $xml, $found) ? strtolower($found[1]) : 'utf-8';
        if (($declared !== 'utf-8' && $declared !== 'us-ascii') || preg_match('//u', $xml) !== 1) {
            throw self::bad('it is not in UTF-8');
        }
        if (strpos($xml, '<!DOCTYPE') !== false) {
            throw self::bad('it has a document type, which XML-RPC has not');
        }
    }

    private function read(string $xml): void
    {
        $parser = xml_parser_create('UTF-8');
        xml_parser_set_option($parser, XML_OPTION_CASE_FOLDING, 0);
        xml_parser_set_option($parser, XML_OPTION_TARGET_ENCODING, 'UTF-8');
        xml_set_element_handler(
            $parser,
            function ($_, string $element): void {
                $this->start($element);
            },
            function ($_, string $element): void {
                $this->end($element);
            }
        );
        xml_set_character_data_handler($parser, function ($_, string $text): void {
            $this->text .= $text;
        });
        if (xml_parse($parser, $xml, true) !== 1) {
            throw self::bad('it is not XML: ' . xml_error_string(xml_get_error_code($parser)));
        }
    }

    private function start(string $element): void
    {
        $parent = end($this->elements);
        if (!in_array($element, self::INSIDE[$parent] ?? array(), true)) {
            throw self::bad("<$element> stands " . ($parent === '' ? 'at its beginning' : "in <$parent>"));
        }
        $this->elements[] = $element;
        $this->text = '';
        if ($element === 'value') {
            $this->startValue();
        } elseif ($element === 'member') {
            $this->names[] = null;
        } elseif ($parent === 'value') {
            $at = count($this->open) - 1;
            if ($this->open[$at]['type'] !== '') {
                throw self::bad('a <value> has two types');
            }
            $this->open[$at] = array('type' => $element, 'value' => $element === 'array' || $element === 'struct' ? array() : null);
        }
    }

    private function startValue(): void
    {
        if (++$this->values > self::MAX_VALUES) {
            throw self::bad('it has more than ' . self::MAX_VALUES . ' values');
        }
        if (count($this->open) >= self::MAX_DEPTH) {
            throw self::bad('it is deeper than ' . self::MAX_DEPTH . ' arrays');
        }
        $this->open[] = array('type' => '', 'value' => null);
    }

    private function end(string $element): void
    {
        array_pop($this->elements);
        $parent = end($this->elements);
        if ($element === 'value') {
            $closed = array_pop($this->open);
            $this->deliver($parent, $closed['type'] === '' ? $this->text : $closed['value']);
        } elseif ($element === 'name') {
            $this->names[count($this->names) - 1] = $this->text;
        } elseif ($element === 'member') {
            array_pop($this->names);
        } elseif ($parent === 'value' && $element !== 'array' && $element !== 'struct') {
            $this->open[count($this->open) - 1]['value'] = Scalars::read($element, $this->text);
        }
        $this->text = '';
    }

    /** @param mixed $value */
    private function deliver(string $parent, $value): void
    {
        if ($parent === 'data') {
            $this->open[count($this->open) - 1]['value'][] = $value;
        } elseif ($parent === 'member') {
            $name = end($this->names);
            if ($name === null) {
                throw self::bad('a <member> has no <name> before its value');
            }
            $this->open[count($this->open) - 1]['value'][$name] = $value;
        } elseif ($this->answer !== null) {
            throw self::bad('it has two values');
        } else {
            $this->answer = array('isFault' => $parent === 'fault', 'value' => $value);
        }
    }

    public static function bad(string $why): Fault
    {
        return Fault::ofClient(Fault::BAD_ANSWER, "what the server sent is no answer of XML-RPC: $why");
    }
}
