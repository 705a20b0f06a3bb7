<?php

declare(strict_types=1);

namespace Scrip;

/** A server by its address: one call is one request of HTTP. */
final class Server
{
    /** The parser takes a little more; servers answer with far less. */
    private const MAX_ANSWER_BYTES = 8388608;
    private const CONNECT_TIMEOUT_S = 10;
    /** What gettype calls differently than a declaration does. */
    private const TYPES = array('integer' => 'int', 'double' => 'float', 'boolean' => 'bool');

    private string $url;
    private int $timeout_s;

    /**
     * @param string $url The whole address, such as https://bank.example/api.php. Without a scheme it is https, without a path
     *     /api.php. Raises client.bad_address.
     * @param int $timeout_s The most seconds that one request takes, connecting included.
     */
    public function __construct(string $url, int $timeout_s = 60)
    {
        $this->url = self::completed($url);
        $this->timeout_s = max(1, $timeout_s);
    }

    /** The server that the constant APEZ_URL names, or else the variable APEZ_URL of the environment. */
    public static function configured(): self
    {
        return new self(defined('APEZ_URL') ? (string) constant('APEZ_URL') : (string) getenv('APEZ_URL'));
    }

    /**
     * @param array $params The values in their order; Encoder says how each type is sent.
     * @param string $type The type of PHP that the answer has to have.
     * @return mixed As Decoder reads it.
     */
    public function call(string $method, array $params, string $type = 'mixed')
    {
        $value = Decoder::answer($this->post(Encoder::call($method, $params)));
        if ($type === 'float' && is_int($value)) {
            return (float) $value;
        }
        $actual = self::TYPES[gettype($value)] ?? gettype($value);
        if ($type !== 'mixed' && $type !== $actual) {
            throw Fault::ofClient(Fault::BAD_ANSWER, "$method answered with the type $actual where $type is documented");
        }
        return $value;
    }

    private static function completed(string $url): string
    {
        if ($url === '') {
            throw Fault::ofClient(Fault::BAD_ADDRESS, 'APEZ_URL is not set; it is the whole address, such as https://bank.example/api.php');
        }
        $url = strpos($url, '://') === false ? "https://$url" : $url;
        $part = preg_match('/^[\x21-\x7E]+$/D', $url) ? parse_url($url) : false;
        $isRight = is_array($part) && in_array(strtolower($part['scheme'] ?? ''), array('http', 'https'), true)
            && isset($part['host']) && !isset($part['user']) && !isset($part['pass']) && !isset($part['fragment']);
        if (!$isRight) {
            throw Fault::ofClient(Fault::BAD_ADDRESS, 'the address is to be http or https with a host, without a user: https://bank.example/api.php');
        }
        if (!isset($part['query']) && ($part['path'] ?? '/') === '/') {
            $url = rtrim($url, '/') . '/api.php';
        }
        // The server sends null, and whole numbers beyond 32 bits as such, to those who ask for it.
        return isset($part['query']) ? $url : "$url?nil=1&i8=1";
    }

    /**
     * curl sends a request again by itself where a used connection, or a stream of HTTP/2, turns out to be closed. A payment must
     * not be sent twice without its caller knowing. So each call has a connection of its own, with HTTP/1.1.
     */
    private function post(string $body): string
    {
        $curl = curl_init();
        $answer = '';
        $isTooLong = false;
        curl_setopt_array($curl, $this->options() + array(
            CURLOPT_POSTFIELDS => $body,
            CURLOPT_WRITEFUNCTION => static function ($_, string $piece) use (&$answer, &$isTooLong): int {
                $isTooLong = strlen($answer) + strlen($piece) > self::MAX_ANSWER_BYTES;
                $answer .= $isTooLong ? '' : $piece;
                return $isTooLong ? 0 : strlen($piece);
            },
        ));
        if (curl_exec($curl) === false && !$isTooLong) {
            $isSent = curl_getinfo($curl, CURLINFO_REQUEST_SIZE) > 0;
            throw Fault::ofClient($isSent ? Fault::NO_ANSWER : Fault::UNREACHABLE, curl_error($curl));
        }
        if ($isTooLong) {
            throw Fault::ofClient(Fault::BAD_ANSWER, 'what the server sent is longer than ' . self::MAX_ANSWER_BYTES . ' bytes');
        }
        self::checkStatus(curl_getinfo($curl, CURLINFO_RESPONSE_CODE));
        return $answer;
    }

    private function options(): array
    {
        return array(
            CURLOPT_URL => $this->url,
            CURLOPT_POST => true,
            CURLOPT_HTTPHEADER => array('Content-Type: text/xml; charset=utf-8', 'Expect:'),
            CURLOPT_USERAGENT => 'scrip-client-php',
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            // A redirect would carry capabilities to an address that nobody has chosen.
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_CONNECTTIMEOUT => min(self::CONNECT_TIMEOUT_S, $this->timeout_s),
            CURLOPT_TIMEOUT => $this->timeout_s,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1,
        );
    }

    /** All answers of XML-RPC, faults too, come with the status 200. */
    private static function checkStatus(int $status): void
    {
        if ($status === 502 || $status === 503 || $status === 504) {
            throw Fault::ofClient(Fault::NO_ANSWER, "a gateway or the server answered with the HTTP status $status");
        }
        if ($status >= 300 && $status < 400) {
            throw Fault::ofClient(Fault::BAD_ANSWER, "the server redirects (HTTP status $status), which is not followed; the address is to be the final one");
        }
        if ($status !== 200) {
            throw Fault::ofClient(Fault::BAD_ANSWER, "the server answered with the HTTP status $status");
        }
    }
}
