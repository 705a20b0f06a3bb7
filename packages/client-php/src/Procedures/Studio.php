<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `studio`. Each raises \Scrip\Fault. */
final class Studio extends \Scrip\Service
{
    /**
     * Tells whether a user of the studio has an email.
     *
     * @param string $authToken The studio's token.
     * @param string $email The email, in any case.
     * @return int 1 where one has, 0 where nobody has.
     */
    public function checkEmailExistance(string $authToken = '', string $email = ''): int
    {
        return $this->client->request('studio.checkEmailExistance', 'int', array($authToken, $email));
    }

    /**
     * Lists the plans of a studio.
     *
     * @param string $authToken The studio's token.
     * @return array[] All of them in the order of their numbers; price is for one period, in major units.
     */
    public function getStudioPlanLists(string $authToken = ''): array
    {
        return $this->client->request('studio.getStudioPlanLists', 'array', array($authToken));
    }

    /**
     * What clients of a studio call first: tells whether the token is good, and the server's time.
     *
     * pkgname and hashkey name the studio. They stay the same, also with another token, and are no secrets.
     *
     * @param string $authToken The studio's token.
     * @return array server_time is in UTC, as `2006-10-23 03:08:00`.
     */
    public function initialiseSdk(string $authToken = ''): array
    {
        return $this->client->request('studio.initialiseSdk', 'array', array($authToken));
    }

    /**
     * Checks the password of a user of a studio, and tells who it is.
     *
     * There is no session, and nothing to end. Wrong passwords count as failed logins of the avatar. Taken over TLS and from the same machine, as by general.loginWithPassword.
     *
     * @param string $authToken The studio's token.
     * @param string $email The user's email, in any case.
     * @param string $password The password.
     * @return array id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty.
     */
    public function login(string $authToken = '', string $email = '', string $password = ''): array
    {
        return $this->client->request('studio.login', 'array', array($authToken, $email, $password));
    }

    /**
     * For clients that say when a user leaves: studio.login opens no session, so nothing ends.
     *
     * @param string $authToken The studio's token.
     * @return int 1.
     */
    public function logout(string $authToken = ''): int
    {
        return $this->client->request('studio.logout', 'int', array($authToken));
    }

    /**
     * Registers a user with a studio, who is logged in with it.
     *
     * The user is an avatar too, with the same password; its name, which everybody sees, tells neither the email nor the name. Taken over TLS and from
     * the same machine, as by general.loginWithPassword. Plans are paid by card, and cards are not taken yet: a registration with a plan fails.
     *
     * @param string $authToken The studio's token.
     * @param string $email The email, which no other user of the studio has.
     * @param string $name What the user is called, 1 to 128 characters.
     * @param string $password 1 to 1024 bytes.
     * @param int $plan_id The plan; 0 for none.
     * @return array id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty.
     */
    public function registerUser(string $authToken = '', string $email = '', string $name = '', string $password = '', int $plan_id = 0): array
    {
        return $this->client->request('studio.registerUser', 'array', array($authToken, $email, $name, $password, $plan_id));
    }
}
