<?php

declare(strict_types=1);

namespace Scrip;

/** Reads the text of one typed element of an answer. Raises client.bad_answer. */
final class Scalars
{
    /** @return mixed */
    public static function read(string $type, string $text)
    {
        if ($type === 'string') {
            return $text;
        }
        $text = trim($text);
        switch ($type) {
            case 'double':
                $value = preg_match('/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/D', $text) ? (float) $text : NAN;
                $isRight = is_finite($value);
                break;
            case 'boolean':
                $value = $text === '1' || $text === 'true';
                $isRight = $value || $text === '0' || $text === 'false';
                break;
            case 'nil':
                $value = null;
                $isRight = $text === '';
                break;
            case 'dateTime.iso8601':
                $value = self::time($text);
                $isRight = $value !== null;
                break;
            case 'base64':
                $value = base64_decode((string) preg_replace('/\s+/', '', $text), true);
                $isRight = $value !== false;
                break;
            default:
                // What int has no room for becomes a float.
                $value = preg_match('/^[+-]?\d{1,20}$/D', $text) ? $text + 0 : null;
                $isRight = is_int($value);
        }
        if (!$isRight) {
            throw Decoder::bad("a <$type> is \"" . substr($text, 0, 40) . '"');
        }
        return $value;
    }

    private static function time(string $text): ?Time
    {
        $isTime = preg_match('/^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):(\d\d):(\d\d)Z?$/D', $text, $part) === 1
            && checkdate((int) $part[2], (int) $part[3], (int) $part[1])
            && $part[4] < 24 && $part[5] < 60 && $part[6] < 60;
        return $isTime ? new Time("$part[1]-$part[2]-$part[3]T$part[4]:$part[5]:$part[6]", new \DateTimeZone('UTC')) : null;
    }
}
