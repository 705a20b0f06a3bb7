<?php

declare(strict_types=1);

namespace Scrip;

/** A login that lasts: its capability is replaced by a new one when nine tenths of its time are over. */
final class Login
{
    /** The server gives no longer ones. */
    private const MAX_SECS = 2592000;

    private Server $server;
    private string $akey;
    /** Answers a challenge. What it needs is as good as the password, and a closure is neither exported nor put into a session. */
    private \Closure $answer;
    private int $secs;
    private string $capability;
    private float $renewAt;
    private float $endsAt;

    /** Raises auth.login_failed, and whatever keeps the server from being asked. */
    public function __construct(
        Server $server,
        string $akey,
        #[\SensitiveParameter]
        string $password,
        int $valid_for_secs
    ) {
        $this->server = $server;
        $this->akey = $akey;
        $hash = md5($password);
        $this->answer = static function (string $challenge) use ($akey, $hash): string {
            return md5($challenge . $akey . $hash);
        };
        $this->secs = max(1, min(self::MAX_SECS, $valid_for_secs));
        $this->renew();
    }

    public function capability(): string
    {
        if (microtime(true) >= $this->renewAt) {
            $this->renewOrKeep();
        }
        return $this->capability;
    }

    /** @return array<string, string> What a dump shows. */
    public function __debugInfo(): array
    {
        return array('akey' => $this->akey);
    }

    /** As long as the old capability is good, a server that can't be asked just now stops nobody. */
    private function renewOrKeep(): void
    {
        try {
            $this->renew();
        } catch (Fault $fault) {
            $now = microtime(true);
            if ($now >= $this->endsAt) {
                throw $fault;
            }
            $this->renewAt = ($now + $this->endsAt) / 2;
        }
    }

    /** By challenge, as the Apez document has it: neither the password nor its hash is sent. */
    private function renew(): void
    {
        $began = microtime(true);
        $challenge = $this->server->call('general.getLoginChallenge', array($this->akey), 'string');
        $response = ($this->answer)($challenge);
        $this->capability = $this->server->call('general.getLoginCapability', array($this->akey, $response, $this->secs), 'string');
        $this->renewAt = $began + 0.9 * $this->secs;
        $this->endsAt = $began + $this->secs;
    }
}
