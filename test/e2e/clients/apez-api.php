<?php
/**
 * What the PHP examples of the Apez document include: each function of the API answers [true, its result] or
 * [false, the fault as an array]. Where the server is comes in the environment, as APEZ_URL.
 */
declare(strict_types=1);

require __DIR__ . '/xmlrpc.php';

/** Parameters that were left out stay out: the server knows what they stand for. */
function apez_call(string $method, array $params): array
{
    static $server = null;
    $server ??= new Server(getenv('APEZ_URL'));
    try {
        return [true, $server->call($method, ...$params)];
    } catch (Fault $fault) {
        return [false, ['faultCode' => $fault->getCode(), 'faultString' => $fault->getMessage()]];
    }
}

function general_getAvatarKey(mixed ...$params): array
{
    return apez_call('general.getAvatarKey', $params);
}

function general_listGroupsCreated(mixed ...$params): array
{
    return apez_call('general.listGroupsCreated', $params);
}

function general_isGroupMember(mixed ...$params): array
{
    return apez_call('general.isGroupMember', $params);
}

function general_listGroupMembers(mixed ...$params): array
{
    return apez_call('general.listGroupMembers', $params);
}

function general_addToGroup(mixed ...$params): array
{
    return apez_call('general.addToGroup', $params);
}

function general_removeFromGroup(mixed ...$params): array
{
    return apez_call('general.removeFromGroup', $params);
}

/** A login capability, or an empty string where the login fails. Neither the password nor its hash is sent. */
function general_login(string $akey, string $password, int $valid_for_secs): string
{
    [$ok, $challenge] = apez_call('general.getLoginChallenge', [$akey]);
    if (!$ok) {
        return '';
    }
    $response = md5($challenge . $akey . md5($password));
    [$ok, $capability] = apez_call('general.getLoginCapability', [$akey, $response, $valid_for_secs]);
    return $ok ? $capability : '';
}
