<?php
/** An integration as PHP sites write it by hand. */
declare(strict_types=1);

require __DIR__ . '/xmlrpc.php';

$visit = json_decode($argv[1], true);
$server = new Server($visit['url'] . '/api.php');

$payer = $server->call('general.getAvatarKey', $visit['payer']);
$payee = $server->call('general.getAvatarKey', $visit['payee']);
$challenge = $server->call('general.getLoginChallenge', $payer);
$capability = $server->call('general.getLoginCapability', $payer, md5($challenge . $payer . md5($visit['password'])), 3600);
$balance = $server->call('bank.accountBalance', [$capability], $payer, 'working');
$accounts = $server->call('bank.accountList', [$capability], $payer);
// The amount as a float: PHP's division and JSON give floats where whole numbers are meant.
$pay = fn (float $amount) => $server->call('bank.pay', [$capability], $amount, $payer, 'working', $payee, 'working', $visit['comment'], 1, 'visit 1');
$transaction = $pay(25.0);
$replay = $pay(25.0);
$after = $server->call('bank.accountBalance', [$capability], $payer, 'working');
$fault = null;
try {
    $pay(26.0);
} catch (Fault $refused) {
    $fault = [$refused->getCode(), $refused->getMessage()];
}
$status = $server->call('general.siteStatus');
$newest = $server->call('bank.transactions', [$capability], $payer, 'working')[0];
$units = $server->call('lease.unitDetailsAtLocation', [$capability, $visit['grant']], $visit['owner'], 'Shops', 3, 1);
$collections = $server->call('vend.publicCollections', [$capability], 0, 10);
$answers = $server->call('system.multicall', [
    ['methodName' => 'bank.accountBalance', 'params' => [[$capability], $payer, 'working']],
    ['methodName' => 'bank.accountBalance', 'params' => [[], $payer, 'working']],
]);
$latin1 = iconv('UTF-8', 'ISO-8859-1', $visit['payee']);
$found = $server->request(
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><methodCall><methodName>general_getAvatarKey</methodName><params><param><value><string>$latin1</string></value></param></params></methodCall>",
);
$revoked = $server->call('general.revokeCapability', [$capability], $capability);

echo json_encode([
    'payerName' => $server->call('general.getAvatarName', $payer),
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
    'units' => $units,
    'collections' => $collections,
    'latin1' => $found === $payee,
    'revoked' => $revoked,
    'types' => array_map(get_debug_type(...), [$balance, $status[0], $newest['time'], $newest['amount'], $newest['comment'], $revoked]),
], JSON_THROW_ON_ERROR);
