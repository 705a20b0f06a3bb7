<?php

declare(strict_types=1);

namespace Scrip;

/**
 * A server for programs: `$client->bank->pay(...)`. Capabilities are filled in, and failures are exceptions (Fault). A procedure
 * that takes a request id gets one, and is asked again under the same id where the server is busy or does not answer.
 */
final class Client
{
    use Procedures\Groups;

    private const TRIES = 4;
    private const FIRST_PAUSE_MS = 250;

    private Server $server;
    private ?Login $login = null;
    /** @var string[] Beside that of the login. */
    private array $capabilities = array();

    /** As Server: the whole address, and the most seconds that one request takes. */
    public function __construct(string $url, int $timeout_s = 60)
    {
        $this->server = new Server($url, $timeout_s);
    }

    /**
     * Logs an avatar in by challenge, so that the password is not sent. Later calls carry the login's capability, and it is
     * renewed before it ends.
     *
     * @param string $name The avatar's name.
     * @return string The capability.
     */
    public function login(
        string $name,
        #[\SensitiveParameter]
        string $password,
        int $valid_for_secs = 3600
    ): string {
        $akey = $this->request('general.getAvatarKey', 'string', array($name));
        $this->login = new Login($this->server, $akey, $password, $valid_for_secs);
        return $this->login->capability();
    }

    /** A client that carries these capabilities beside those of this one, such as grants, or a login made elsewhere. */
    public function withCapabilities(string ...$capabilities): self
    {
        $client = clone $this;
        $client->capabilities = array_merge($this->capabilities, $capabilities);
        return $client;
    }

    /**
     * What a call carries now.
     *
     * @return string[]
     */
    public function capabilities(): array
    {
        return array_merge($this->login === null ? array() : array($this->login->capability()), $this->capabilities);
    }

    /**
     * Calls any procedure by its name, with all its parameters in their order.
     *
     * @return mixed
     */
    public function call(string $method, array $params = array())
    {
        return $this->request($method, 'mixed', $params);
    }

    /**
     * For the classes of procedures. Where no connection came about nothing was sent, and trying again is safe.
     *
     * @internal
     * @param string $type What the procedure answers with, as a type of PHP.
     * @return mixed
     */
    public function request(string $method, string $type, array $params)
    {
        return $this->tried($method, $type, $params, array('client.unreachable'));
    }

    /**
     * For procedures that take a request id: the server does the same request under the same id once.
     *
     * @internal
     * @param int $at Which parameter the request id is; where it is empty it gets one.
     * @return mixed
     */
    public function requestOnce(string $method, string $type, array $params, int $at)
    {
        if ($params[$at] === '') {
            $params[$at] = bin2hex(random_bytes(16));
        }
        return $this->tried($method, $type, $params, array('client.unreachable', 'client.no_answer', 'busy'));
    }

    /** @return array<string, mixed> What a dump shows: no capabilities. */
    public function __debugInfo(): array
    {
        return array('server' => $this->server, 'login' => $this->login);
    }

    /** @return mixed */
    private function tried(string $method, string $type, array $params, array $passing)
    {
        for ($try = 1; ; $try++) {
            try {
                return $this->server->call($method, $params, $type);
            } catch (Fault $fault) {
                if ($try === self::TRIES || !in_array($fault->code, $passing, true)) {
                    throw $fault;
                }
                // Each pause is twice the one before; by chance shorter, so that many clients don't come back at once.
                $pause_ms = self::FIRST_PAUSE_MS * 2 ** ($try - 1);
                usleep(random_int(500, 1000) * $pause_ms);
            }
        }
    }
}
