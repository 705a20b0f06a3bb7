<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `system`. Each raises \Scrip\Fault. */
final class System extends \Scrip\Service
{
    /**
     * Tells which specifications this server follows.
     *
     * @return mixed A struct: for each specification a struct of specUrl and specVersion.
     */
    public function getCapabilities()
    {
        return $this->client->request('system.getCapabilities', 'mixed', array());
    }

    /**
     * Lists the procedures of this server by their canonical names.
     *
     * @return string[] All names, sorted.
     */
    public function listMethods(): array
    {
        return $this->client->request('system.listMethods', 'array', array());
    }

    /**
     * Describes a procedure in plain text.
     *
     * @param string $name A procedure, in any spelling that a call may use.
     * @return string What it does, its parameters, what it needs and its faults.
     */
    public function methodHelp(string $name): string
    {
        return $this->client->request('system.methodHelp', 'string', array($name));
    }

    /**
     * Lists the ways in which a procedure may be called.
     *
     * @param string $name A procedure, in any spelling that a call may use.
     * @return array Signatures: each is the result's type and then the parameters' types.
     */
    public function methodSignature(string $name): array
    {
        return $this->client->request('system.methodSignature', 'array', array($name));
    }

    /**
     * Runs several calls, one after the other, and answers them all.
     *
     * At most 50 calls, those of all multicalls of a batch together; each stands alone, and one that fails changes nothing for the others. Where the request has used up its time or its reply is long enough, the calls that are left are refused and not run.
     *
     * @param array $calls Structs of methodName (string) and params (array).
     * @return array For each call an array of its one result, or a struct of faultCode and faultString.
     */
    public function multicall(array $calls): array
    {
        return $this->client->request('system.multicall', 'array', array($calls));
    }
}
