<?php

declare(strict_types=1);

namespace Scrip;

/**
 * Why a call was not done. `$code` is the word that programs match on, such as `bank.insufficient_funds`, and `$fault` its
 * number; docs/errors.md of the server lists them. The numbers below are this kit's own. No server uses them.
 */
final class Fault extends \Exception
{
    /** `client.unreachable`: no connection came about. Nothing was sent. */
    public const UNREACHABLE = -32300;
    /** `client.no_answer`: the call was sent, and no answer came. Whether it was done is not known. */
    public const NO_ANSWER = -32301;
    /** `client.bad_answer`: what came is no answer of XML-RPC, or too long. Whether the call was done is not known. */
    public const BAD_ANSWER = -32302;
    /** `client.bad_value`: a parameter that XML-RPC has no way to carry. Nothing was sent. */
    public const BAD_VALUE = -32303;
    /** `client.bad_address`: the server's address is missing or wrong. Nothing was sent. */
    public const BAD_ADDRESS = -32304;

    private const OWN_CODES = array(
        self::UNREACHABLE => 'client.unreachable',
        self::NO_ANSWER => 'client.no_answer',
        self::BAD_ANSWER => 'client.bad_answer',
        self::BAD_VALUE => 'client.bad_value',
        self::BAD_ADDRESS => 'client.bad_address',
    );

    /** @var string The word; empty where a foreign server sent none. */
    public $code;
    public int $fault;

    /** A server's fault: its text begins with the word. */
    public function __construct(int $fault, string $message)
    {
        parent::__construct($message);
        $this->fault = $fault;
        $this->code = preg_match('/^([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)(?::|$)/D', $message, $found) ? $found[1] : '';
    }

    /** A fault of the kit itself; `$number` is one of the constants above. */
    public static function ofClient(int $number, string $text): self
    {
        return new self($number, self::OWN_CODES[$number] . ': ' . $text);
    }
}
