<?php
/** An integration as PHP sites have it since PHP 8 dropped its xmlrpc extension: curl, and XML by hand with ext-xml. */
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

$visit = json_decode($argv[1], true);
$curl = curl_init($visit['url'] . '/api.php');

function request(string $body, string $type): mixed
{
    global $curl;
    curl_setopt_array($curl, [
        CURLOPT_POST => true,
        CURLOPT_POSTFIELDS => $body,
        CURLOPT_HTTPHEADER => ["Content-Type: $type"],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_FAILONERROR => true,
    ]);
    $reply = curl_exec($curl);
    if ($reply === false) {
        throw new RuntimeException(curl_error($curl));
    }
    $decoded = new Decoder($reply);
    if ($decoded->isFault) {
        throw new Fault($decoded->result['faultString'], $decoded->result['faultCode']);
    }
    return $decoded->result;
}

function call(string $method, mixed ...$params): mixed
{
    $encoded = implode('', array_map(fn ($param) => '<param>' . encode($param) . '</param>', $params));
    return request("<?xml version=\"1.0\"?>\n<methodCall><methodName>$method</methodName><params>$encoded</params></methodCall>", 'text/xml');
}

$payer = call('general.getAvatarKey', $visit['payer']);
$payee = call('general.getAvatarKey', $visit['payee']);
$challenge = call('general.getLoginChallenge', $payer);
$capability = call('general.getLoginCapability', $payer, md5($challenge . $payer . md5($visit['password'])), 3600);
$balance = call('bank.accountBalance', [$capability], $payer, 'working');
$accounts = call('bank.accountList', [$capability], $payer);
// The amount as a float: PHP's division and JSON give floats where whole numbers are meant.
$pay = fn (float $amount) => call('bank.pay', [$capability], $amount, $payer, 'working', $payee, 'working', $visit['comment'], 1, 'visit 1');
$transaction = $pay(25.0);
$replay = $pay(25.0);
$after = call('bank.accountBalance', [$capability], $payer, 'working');
$fault = null;
try {
    $pay(26.0);
} catch (Fault $refused) {
    $fault = [$refused->getCode(), $refused->getMessage()];
}
$status = call('general.siteStatus');
$newest = call('bank.transactions', [$capability], $payer, 'working')[0];
$answers = call('system.multicall', [
    ['methodName' => 'bank.accountBalance', 'params' => [[$capability], $payer, 'working']],
    ['methodName' => 'bank.accountBalance', 'params' => [[], $payer, 'working']],
]);
$latin1 = iconv('UTF-8', 'ISO-8859-1', $visit['payee']);
$found = request(
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><methodCall><methodName>general_getAvatarKey</methodName><params><param><value><string>$latin1</string></value></param></params></methodCall>",
    'text/xml',
);
$revoked = call('general.revokeCapability', [$capability], $capability);

echo json_encode([
    'payerName' => call('general.getAvatarName', $payer),
    'capability' => $capability,
    'balance' => $balance,
    'accounts' => $accounts,
    'transaction' => $transaction,
    'replay' => $replay,
    'after' => $after,
    'fault' => $fault,
    'status' => $status,
    'newest' => ['time' => $newest['time']->format('Y-m-d\TH:i:s\Z')] + $newest,
    'multicall' => [$answers[0][0], $answers[1]['faultCode']],
    'latin1' => $found === $payee,
    'revoked' => $revoked,
    'types' => array_map(get_debug_type(...), [$balance, $status[0], $newest['time'], $newest['amount'], $newest['comment'], $revoked]),
], JSON_THROW_ON_ERROR);
