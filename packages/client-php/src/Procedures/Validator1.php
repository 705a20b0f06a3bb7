<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `validator1`. Each raises \Scrip\Fault. */
final class Validator1 extends \Scrip\Service
{
    /**
     * Adds up the members named `curly` of an array of structs.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param array $structs Structs with the numbers moe, larry and curly.
     * @return int The sum of all curly.
     */
    public function arrayOfStructsTest(array $structs): int
    {
        return $this->client->request('validator1.arrayOfStructsTest', 'int', array($structs));
    }

    /**
     * Counts the characters that XML has to escape.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param string $text Any text.
     * @return array How many of each there are.
     */
    public function countTheEntities(string $text): array
    {
        return $this->client->request('validator1.countTheEntities', 'array', array($text));
    }

    /**
     * Adds up moe, larry and curly.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param mixed $stooges A struct with the numbers moe, larry and curly.
     * @return int The sum of the three.
     */
    public function easyStructTest($stooges): int
    {
        return $this->client->request('validator1.easyStructTest', 'int', array($stooges));
    }

    /**
     * Answers with the struct that it is sent.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param mixed $value A struct.
     * @return mixed The same struct.
     */
    public function echoStructTest($value)
    {
        return $this->client->request('validator1.echoStructTest', 'mixed', array($value));
    }

    /**
     * Answers with its six parameters as an array.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param int $number A whole number.
     * @param bool $boolean A boolean.
     * @param string $string A text.
     * @param float $double A number.
     * @param \DateTimeInterface|string $dateTime A time.
     * @param string $base64 Bytes.
     * @return array The parameters in order.
     */
    public function manyTypesTest(int $number, bool $boolean, string $string, float $double, string $dateTime, string $base64): array
    {
        return $this->client->request('validator1.manyTypesTest', 'array', array($number, $boolean, $string, $double, $dateTime, $base64));
    }

    /**
     * Joins the first and the last text of an array.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param string[] $texts Between 100 and 200 texts, as the validator sends them.
     * @return string The first and the last, joined.
     */
    public function moderateSizeArrayCheck(array $texts): string
    {
        return $this->client->request('validator1.moderateSizeArrayCheck', 'string', array($texts));
    }

    /**
     * Adds up moe, larry and curly of the first of April 2000 in a calendar of nested structs.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param mixed $calendar Structs of years, months (`04`) and days (`01`).
     * @return int The sum of the three.
     */
    public function nestedStructTest($calendar): int
    {
        return $this->client->request('validator1.nestedStructTest', 'int', array($calendar));
    }

    /**
     * Multiplies a number by ten, a hundred and a thousand.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param int $number A whole number.
     * @return array The three products.
     */
    public function simpleStructReturnTest(int $number): array
    {
        return $this->client->request('validator1.simpleStructReturnTest', 'array', array($number));
    }
}
