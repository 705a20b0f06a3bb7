<?php
// Each line is a call, [procedure, parameters by position]; the answer is what the kit's function returned.
include_once("apez-api.php");

while (($line = fgets(STDIN)) !== false) {
    list($method, $params) = json_decode($line, true);
    $function = str_replace(".", "_", $method);
    $answer = $function(...$params);
    array_walk_recursive($answer, function (&$value) {
        if ($value instanceof Scrip\Time) $value = (string) $value;
    });
    echo json_encode($answer, JSON_THROW_ON_ERROR), "\n";
}
