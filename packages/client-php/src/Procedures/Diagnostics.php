<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `diagnostics`. Each raises \Scrip\Fault. */
final class Diagnostics extends \Scrip\Service
{
    /**
     * Answers with the value that it is sent.
     *
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     *
     * @param mixed $value Anything.
     * @return mixed The same value.
     */
    public function echo($value)
    {
        return $this->client->request('diagnostics.echo', 'mixed', array($value));
    }
}
