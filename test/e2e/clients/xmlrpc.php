<?php
/** XML-RPC as PHP sites have it since PHP 8 dropped its xmlrpc extension: curl, and XML by hand with ext-xml. */
declare(strict_types=1);

final class Fault extends Exception
{
}

/** A value as XML-RPC; a float that is whole stays a double, as PHP shops send amounts. */
function encode(mixed $value): string
{
    return '<value>' . match (true) {
        is_bool($value) => '<boolean>' . (int) $value . '</boolean>',
        is_int($value) => "<i4>$value</i4>",
        is_float($value) => '<double>' . var_export($value, true) . '</double>',
        is_array($value) && array_is_list($value) => '<array><data>' . implode('', array_map('encode', $value)) . '</data></array>',
        is_array($value) => '<struct>' . implode('', array_map(
            fn ($name) => '<member><name>' . htmlspecialchars($name, ENT_XML1) . '</name>' . encode($value[$name]) . '</member>',
            array_keys($value),
        )) . '</struct>',
        // Untagged, as much old code does it.
        default => htmlspecialchars($value, ENT_XML1, 'UTF-8'),
    } . '</value>';
}

/** Reads the reply with the event parser that PHP has had since version 3. */
final class Decoder
{
    /** @var list<array{kind: string, items: array, name: string}> */
    private array $open = [];
    private string $text = '';
    private bool $typed = false;
    public mixed $result = null;
    public bool $isFault = false;

    public function __construct(string $xml)
    {
        $parser = xml_parser_create();
        xml_parser_set_option($parser, XML_OPTION_CASE_FOLDING, 0);
        xml_parser_set_option($parser, XML_OPTION_TARGET_ENCODING, 'UTF-8');
        xml_set_element_handler($parser, $this->start(...), $this->end(...));
        xml_set_character_data_handler($parser, function ($_, $text) {
            $this->text .= $text;
        });
        if (!xml_parse($parser, $xml, true)) {
            throw new RuntimeException(xml_error_string(xml_get_error_code($parser)) . ": $xml");
        }
    }

    private function start($_, string $element): void
    {
        $this->text = '';
        if ($element === 'fault') {
            $this->isFault = true;
        } elseif ($element === 'array' || $element === 'struct') {
            $this->open[] = ['kind' => $element, 'items' => [], 'name' => ''];
        } elseif ($element === 'value') {
            $this->typed = false;
        }
    }

    private function end($_, string $element): void
    {
        $text = $this->text;
        switch ($element) {
            case 'name':
                $this->open[count($this->open) - 1]['name'] = $text;
                break;
            case 'array':
            case 'struct':
                $this->add(array_pop($this->open)['items']);
                break;
            case 'int':
            case 'i4':
                $this->add((int) $text);
                break;
            case 'double':
                $this->add((float) $text);
                break;
            case 'boolean':
                $this->add($text === '1');
                break;
            case 'string':
                $this->add($text);
                break;
            case 'dateTime.iso8601':
                $this->add(DateTimeImmutable::createFromFormat('Ymd\TH:i:s', $text, new DateTimeZone('UTC')));
                break;
            case 'value':
                if (!$this->typed) {
                    $this->add($text);
                }
                break;
        }
    }

    private function add(mixed $value): void
    {
        $this->typed = true;
        if ($this->open === []) {
            $this->result = $value;
            return;
        }
        $container = &$this->open[count($this->open) - 1];
        if ($container['kind'] === 'array') {
            $container['items'][] = $value;
        } else {
            $container['items'][$container['name']] = $value;
        }
    }
}

/** An address, over a connection that is kept. */
final class Server
{
    private CurlHandle $curl;

    public function __construct(string $url)
    {
        $this->curl = curl_init($url);
    }

    public function request(string $body): mixed
    {
        curl_setopt_array($this->curl, [
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => $body,
            CURLOPT_HTTPHEADER => ['Content-Type: text/xml'],
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FAILONERROR => true,
        ]);
        $reply = curl_exec($this->curl);
        if ($reply === false) {
            throw new RuntimeException(curl_error($this->curl));
        }
        $decoded = new Decoder($reply);
        if ($decoded->isFault) {
            throw new Fault($decoded->result['faultString'], $decoded->result['faultCode']);
        }
        return $decoded->result;
    }

    public function call(string $method, mixed ...$params): mixed
    {
        $encoded = implode('', array_map(fn ($param) => '<param>' . encode($param) . '</param>', $params));
        return $this->request("<?xml version=\"1.0\"?>\n<methodCall><methodName>$method</methodName><params>$encoded</params></methodCall>");
    }
}
