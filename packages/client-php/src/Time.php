<?php

declare(strict_types=1);

namespace Scrip;

/** A time in UTC that a server sent. Old scripts print times, so it has a text: 2026-10-23T03:08:00Z. */
final class Time extends \DateTimeImmutable
{
    public function __toString(): string
    {
        return $this->format('Y-m-d\TH:i:s\Z');
    }
}
