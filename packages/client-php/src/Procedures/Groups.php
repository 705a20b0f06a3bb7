<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/**
 * The groups of procedures as properties: `$client->bank`.
 *
 * @property-read Bank $bank
 * @property-read Diagnostics $diagnostics
 * @property-read General $general
 * @property-read Gifts $gifts
 * @property-read Lease $lease
 * @property-read Operator $operator
 * @property-read Rooms $rooms
 * @property-read Studio $studio
 * @property-read System $system
 * @property-read Validator1 $validator1
 * @property-read Vend $vend
 */
trait Groups
{
    public function __get(string $group): \Scrip\Service
    {
        switch ($group) {
            case 'bank':
                return new Bank($this);
            case 'diagnostics':
                return new Diagnostics($this);
            case 'general':
                return new General($this);
            case 'gifts':
                return new Gifts($this);
            case 'lease':
                return new Lease($this);
            case 'operator':
                return new Operator($this);
            case 'rooms':
                return new Rooms($this);
            case 'studio':
                return new Studio($this);
            case 'system':
                return new System($this);
            case 'validator1':
                return new Validator1($this);
            case 'vend':
                return new Vend($this);
            default:
                throw new \LogicException("There is no group of procedures $group");
        }
    }
}
