<?php
/** What the functions of apez-api.php are made of, and the one that is not a procedure of the server. */

declare(strict_types=1);

/**
 * Calls a procedure of the server that APEZ_URL names.
 *
 * @param int[] $structs Which parameters are structs: of an empty array PHP does not tell.
 * @return array array(true, the result), or array(false, array('faultCode' => int, 'faultString' => string)).
 */
function apez_call(string $method, array $params, array $structs = array()): array
{
    foreach ($structs as $at) {
        if (isset($params[$at]) && is_array($params[$at])) {
            $params[$at] = (object) $params[$at];
        }
    }
    try {
        return array(true, Scrip\Server::configured()->call($method, $params));
    } catch (Scrip\Fault $fault) {
        return array(false, array('faultCode' => $fault->fault, 'faultString' => $fault->getMessage()));
    }
}

/**
 * Logs in by challenge, so that neither the password nor its hash is sent.
 *
 * @param string $akey Key of the avatar.
 * @param int $valid_for_secs Seconds until the capability expires.
 * @return string A login capability, or an empty string where the login fails.
 */
function general_login(
    $akey,
    #[\SensitiveParameter]
    $password,
    $valid_for_secs
): string {
    try {
        return (new Scrip\Login(Scrip\Server::configured(), (string) $akey, (string) $password, (int) $valid_for_secs))->capability();
    } catch (Scrip\Fault $fault) {
        return '';
    }
}
