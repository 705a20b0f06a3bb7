#!/usr/bin/perl
# Perl's RPC::XML::Client through a whole visit. Prints what it got as JSON.
use strict;
use warnings;
use utf8;
use Digest::MD5 qw(md5_hex);
use Encode qw(encode_utf8);
use JSON::PP;
use RPC::XML;
use RPC::XML::Client;

my $json = JSON::PP->new->utf8->canonical;
my $visit = $json->decode($ARGV[0]);
# It writes UTF-8 whatever this says, and says us-ascii unless told.
$RPC::XML::ENCODING = 'utf-8';
my $client = RPC::XML::Client->new("$visit->{url}/RPC2");

sub call {
    my ($method, @params) = @_;
    my $reply = $client->send_request($method, @params);
    die "$method: $reply\n" unless ref $reply;
    return $reply;
}

# The value of a reply that is no fault.
sub result {
    my $reply = call(@_);
    die $_[0] . ': ' . $reply->string . "\n" if $reply->is_fault;
    return $reply->value;
}

# Numbers come as texts, as Perl takes either for the other.
sub numbers_at {
    my ($list, @places) = @_;
    $list->[$_] += 0 for @places;
    return $list;
}

my $payer = result('general.getAvatarKey', $visit->{payer});
my $payee = result('general.getAvatarKey', $visit->{payee});
my $challenge = result('general.getLoginChallenge', $payer);
my $response = md5_hex($challenge . $payer . md5_hex(encode_utf8($visit->{password})));
my $capability = result('general.getLoginCapability', $payer, $response, 3600);
my $balance = call('bank.accountBalance', [$capability], $payer, 'working');
my $accounts = result('bank.accountList', [$capability], $payer);
my @rest = ($payer, 'working', $payee, 'working', RPC::XML::string->new($visit->{comment}), RPC::XML::boolean->new(1), 'visit 1');
my $transaction = result('bank.pay', [$capability], 25, @rest);
my $replay = result('bank.pay', [$capability], 25, @rest);
my $after = result('bank.accountBalance', [$capability], $payer, 'working');
my $refused = call('bank.pay', [$capability], 26, @rest);
my $fault = $refused->is_fault ? [$refused->code + 0, $refused->string] : undef;
my $status = call('general.siteStatus');
my $history = call('bank.transactions', [$capability], $payer, 'working');
my $newest = $history->value->[0];
my $units = result('lease.unitDetailsAtLocation', [$capability, $visit->{grant}], $visit->{owner}, 'Shops', 3, 1);
my $collections = result('vend.publicCollections', [$capability], 0, 10);
my $answers = result('system.multicall', [
    { methodName => 'bank.accountBalance', params => [[$capability], $payer, 'working'] },
    { methodName => 'bank.accountBalance', params => [[], $payer, 'working'] },
]);
my $name = result('general.getAvatarName', $payer);
my $revoked = call('general.revokeCapability', [$capability], $capability);

my $first = $history->[0];
my @types = map { ref } ($balance, $status->[0], $first->{time}, $first->{amount}, $first->{comment}, $revoked);
# 20061023T03:08:00, or with dashes, as the version of the client has it.
(my $time = $newest->{time}) =~ s/^(\d{4})-?(\d\d)-?(\d\d)T([\d:]+)Z?$/$1-$2-$3T$4Z/;

print $json->encode({
    payerName => $name,
    capability => $capability,
    balance => $balance->value + 0,
    accounts => $accounts,
    transaction => $transaction,
    replay => $replay,
    after => $after + 0,
    fault => $fault,
    status => [map { $_ ? JSON::PP::true : JSON::PP::false } @{ $status->value }],
    newest => {
        %$newest,
        time => $time,
        amount => $newest->{amount} + 0,
        balance => $newest->{balance} + 0,
    },
    multicall => [$answers->[0][0] + 0, $answers->[1]{faultCode} + 0],
    units => [map { numbers_at($_, 3, 6, 7) } @$units],
    collections => [map { { %$_, rating => $_->{rating} + 0, seller_commission => $_->{seller_commission} + 0 } } @$collections],
    revoked => $revoked->value + 0,
    types => \@types,
});
