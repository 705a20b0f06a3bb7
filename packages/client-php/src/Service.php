<?php

declare(strict_types=1);

namespace Scrip;

/** What the procedures of one group share. It has no methods, because procedures may have any name. */
abstract class Service
{
    protected Client $client;

    public function __construct(Client $client)
    {
        $this->client = $client;
    }
}
