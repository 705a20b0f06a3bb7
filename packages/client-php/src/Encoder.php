<?php

declare(strict_types=1);

namespace Scrip;

/**
 * Writes calls as XML-RPC. An array with the keys 0, 1, 2 … is an array, so is an empty one; every other array is a struct.
 * `(object) array()` is an empty struct. Whole numbers beyond 32 bits are `i8`. Raises client.bad_value.
 */
final class Encoder
{
    /** As deep as the server reads. */
    private const MAX_DEPTH = 64;
    /** All that XML 1.0 has no way to write. */
    private const FORBIDDEN = '/[\x00-\x08\x0B\x0C\x0E-\x1F]|\x{FFFE}|\x{FFFF}/u';

    /** @param array $params The values in their order. */
    public static function call(string $method, array $params): string
    {
        $xml = '';
        $number = 0;
        foreach ($params as $param) {
            $xml .= '<param>' . self::value($param, 'parameter ' . ++$number . " of $method", 0) . '</param>';
        }
        return '<?xml version="1.0" encoding="UTF-8"?>' . "\n<methodCall><methodName>" . self::text($method, 'the name of the method')
            . "</methodName><params>$xml</params></methodCall>\n";
    }

    /** @param mixed $value */
    private static function value($value, string $place, int $depth): string
    {
        if ($depth > self::MAX_DEPTH) {
            throw Fault::ofClient(Fault::BAD_VALUE, "$place is deeper than " . self::MAX_DEPTH . ' arrays');
        }
        return '<value>' . self::typed($value, $place, $depth) . '</value>';
    }

    /** @param mixed $value */
    private static function typed($value, string $place, int $depth): string
    {
        switch (true) {
            case is_string($value):
                return '<string>' . self::text($value, $place) . '</string>';
            case is_int($value):
                return $value >= -2147483648 && $value <= 2147483647 ? "<int>$value</int>" : "<i8>$value</i8>";
            case is_float($value):
                return '<double>' . self::decimal($value, $place) . '</double>';
            case is_bool($value):
                return '<boolean>' . ($value ? '1' : '0') . '</boolean>';
            case $value === null:
                return '<nil/>';
            case is_array($value) && self::isList($value):
                return self::list($value, $place, $depth);
            case is_array($value):
                return self::struct($value, $place, $depth);
            case $value instanceof \stdClass:
                return self::struct(get_object_vars($value), $place, $depth);
            case $value instanceof \DateTimeInterface:
                return '<dateTime.iso8601>' . self::time($value, $place) . '</dateTime.iso8601>';
            default:
                $type = is_object($value) ? get_class($value) : gettype($value);
                throw Fault::ofClient(Fault::BAD_VALUE, "$place is of the type $type, which XML-RPC has no way to carry");
        }
    }

    private static function isList(array $array): bool
    {
        $next = 0;
        foreach ($array as $key => $_) {
            if ($key !== $next++) {
                return false;
            }
        }
        return true;
    }

    private static function list(array $values, string $place, int $depth): string
    {
        $xml = '';
        foreach ($values as $at => $value) {
            $xml .= self::value($value, "{$place}[$at]", $depth + 1);
        }
        return "<array><data>$xml</data></array>";
    }

    private static function struct(array $members, string $place, int $depth): string
    {
        $xml = '';
        foreach ($members as $name => $value) {
            $text = self::text((string) $name, "the name of a member of $place");
            $xml .= "<member><name>$text</name>" . self::value($value, "$place.$name", $depth + 1) . '</member>';
        }
        return "<struct>$xml</struct>";
    }

    private static function text(string $text, string $place): string
    {
        // The pattern fails on what is no UTF-8.
        $found = preg_match(self::FORBIDDEN, $text);
        if ($found === false) {
            throw Fault::ofClient(Fault::BAD_VALUE, "$place is not in UTF-8");
        }
        if ($found === 1) {
            throw Fault::ofClient(Fault::BAD_VALUE, "$place has a control character, which XML has no way to carry");
        }
        // A carriage return that is written as itself is read as the end of a line.
        return str_replace(array('&', '<', '>', "\r"), array('&amp;', '&lt;', '&gt;', '&#13;'), $text);
    }

    /** The shortest decimal that reads back as the same float, whatever the settings `precision` and the locale are; no exponent. */
    private static function decimal(float $value, string $place): string
    {
        if (!is_finite($value)) {
            throw Fault::ofClient(Fault::BAD_VALUE, "$place is not a finite number");
        }
        for ($digits = 14; $digits <= 16; $digits++) {
            $text = sprintf("%.{$digits}e", $value);
            if ((float) $text === $value) {
                break;
            }
        }
        preg_match('/^(-?)(\d)\.(\d+)e([+-]\d+)$/D', $text, $part);
        $exponent = (int) $part[4];
        $all = rtrim($part[2] . $part[3], '0');
        if ($exponent < 0) {
            return $part[1] . '0.' . str_repeat('0', -$exponent - 1) . ($all === '' ? '0' : $all);
        }
        $all = str_pad($all, $exponent + 2, '0');
        return $part[1] . substr($all, 0, $exponent + 1) . '.' . substr($all, $exponent + 1);
    }

    /** XML-RPC's times have neither zone nor fractions; the server reads them as UTC. */
    private static function time(\DateTimeInterface $time, string $place): string
    {
        $utc = (new \DateTimeImmutable('@' . $time->getTimestamp()))->format('Ymd\TH:i:s');
        if (strlen($utc) !== 17) {
            throw Fault::ofClient(Fault::BAD_VALUE, "$place is a time beyond the years 0 to 9999");
        }
        return $utc;
    }
}
