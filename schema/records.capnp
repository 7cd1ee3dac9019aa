@0xd3c1a5f0b7e24c19;
# Every record that talentflow stores or exchanges.
#
# Evolution: fields are only ever added, at the next free number, with a default that means what older records
# meant; a field is never renumbered, retyped or reused (Cap'n Proto, "Evolving Your Protocol"). Enumerants are
# frozen. A change that an older program would misread raises kFormatVersion in graph/store.
#
# Numbers of entities, claims, loads and terms are those of one store (dense, from 1; 0 = none); a record that
# leaves the store carries text ids instead (see ExportedClaim).

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("talentflow::records");

struct Date {
  # One end of a valid-time interval as the source states it (EDTF).
  kind @0 :UInt8;        # 0 unknown, 1 known, 2 open: "still so when the page was published"
  precision @1 :UInt8;   # 0 none, 1 year, 2 month, 3 day, 4 one day somewhere in the range
  qualifier @2 :UInt8;   # '~' approximate, '?' uncertain, '%' both, 0 plain
  low @3 :Int32;         # days since 1970-01-01; first possible day
  high @4 :Int32;        # first day after the last possible one; equal to low for an exact day
}

struct MoneyRange {
  low @0 :Int64;         # whole units of the currency, inclusive
  high @1 :Int64;        # inclusive
  currency @2 :Text;     # ISO 4217
}

struct Value {
  union {
    null @0 :Void;
    boolean @1 :Bool;
    integer @2 :Int64;
    float @3 :Float64;
    string @4 :Text;
    list @5 :List(Value);
    map @6 :List(Property);
    date @7 :Date;
    money @8 :MoneyRange;
  }
}

struct Property {
  key @0 :Text;
  value @1 :Value;
}

struct Claim {
  # What one source says, once. Never changed; withdrawn only by another claim.
  subject @0 :UInt32;       # entity number
  relation @1 :UInt32;      # term number; the term DESCRIBED marks a description of the subject by its properties
  object @2 :UInt32;        # entity number, 0 = none
  source @3 :UInt32;        # entity number of the document, 0 = the load itself
  stance @4 :UInt8;         # 0 asserts, 1 denies, 2 withdraws
  status @5 :UInt8;         # 0 none, 1 rumoured .. 6 filed
  credibility @6 :UInt8;    # Admiralty 1..6, 0 = not graded
  confidence @7 :Float32 = -1;  # explicit strength 0..1, -1 = none
  start @8 :Date;           # valid time, first end; for events the day of the event
  end @9 :Date;             # valid time, second end
  recorded @10 :Int64;      # microseconds since 1970-01-01T00:00:00Z; -2^63 = no time of its own
  load @11 :UInt32;         # the load that brought it
  line @12 :UInt64;         # where in the load's input it stood
  id @13 :Text;             # public id
  edgeId @14 :Text;         # plain graphs: the edge's own id
  target @15 :Text;         # withdraws: id of the claim withdrawn
  role @16 :Text;
  place @17 :Text;          # ISO 3166 alpha-2 of where the person sits
  locator @18 :Text;        # place in the document, or the sentence
  note @19 :Text;
  amount @20 :Value;        # a money range, or null
  properties @21 :List(Property);
}

struct Entity {
  # A person, organisation, place, source or plain node: nothing but its identity. What it is called, and of which
  # kind it is, are claims.
  id @0 :Text;              # public text id
  declared @1 :Bool;        # false while it was only mentioned
  firstLoad @2 :UInt32;
}

struct Load {
  # One run of ingest.
  started @0 :Int64;        # microseconds since 1970-01-01T00:00:00Z
  finished @1 :Int64;
  input @2 :Text;           # as the user named it
  adapter @3 :Text;
  adapterVersion @4 :UInt32;
  firstClaim @5 :UInt64;    # claims [firstClaim, firstClaim + claims)
  claims @6 :UInt64;
  known @7 :UInt64;         # records that were in the store already
  rejected @8 :UInt64;
  withdrawn @9 :Bool;       # by `talentflow withdraw`
  withdrawnAt @10 :Int64;
}

struct Postings {
  # Claims that touch one entity, of one batch: parallel lists, ascending claim numbers.
  claims @0 :List(UInt64);
  relations @1 :List(UInt32);
  others @2 :List(UInt32);  # the entity at the other end, 0 = none
}

struct Review {
  # A mention that names alone could not settle.
  mention @0 :Text;         # as written
  kind @1 :Text;
  assigned @2 :UInt32;      # the entity it was stored under meanwhile
  candidates @3 :List(UInt32);
  reason @4 :Text;          # why no candidate was taken
  load @5 :UInt32;
  line @6 :UInt64;
}

struct Forgotten {
  # The record that a person was erased: when, and nothing else about them.
  at @0 :Int64;
  claims @1 :UInt64;        # how many claims were erased
}

struct Meta {
  formatVersion @0 :UInt32;
  created @1 :Int64;
  entities @2 :UInt32;      # highest entity number
  claims @3 :UInt64;        # highest claim number
  terms @4 :UInt32;
  loads @5 :UInt32;
  sequence @6 :UInt64;      # store sequence of the last durable commit
}

struct ExportedClaim {
  # The interchange form: flat, text ids only, one message a claim. ClickHouse reads it as a row.
  id @0 :Text;
  subject @1 :Text;
  relation @2 :Text;
  object @3 :Text;
  role @4 :Text;
  start @5 :Text;           # EDTF
  end @6 :Text;
  place @7 :Text;
  stance @8 :Text;
  status @9 :Text;
  credibility @10 :UInt8;
  confidence @11 :Float32 = -1;
  source @12 :Text;
  publisher @13 :Text;
  url @14 :Text;
  locator @15 :Text;
  note @16 :Text;
  amountLow @17 :Int64;
  amountHigh @18 :Int64;
  currency @19 :Text;
  recorded @20 :Text;       # ISO 8601, UTC; empty = no time of its own
  properties @21 :Text;     # JSON object
}

struct Columns {
  # A piece of what was derived from the claims and is kept so that opening is quick: entries of one fixed size, or
  # byte strings of any length. Never exchanged; a program that does not know the layout derives anew.
  layout @0 :UInt32;        # which entries, in which version (graph/snapshot/kept.cpp has the list)
  count @1 :UInt64;         # number of entries or byte strings
  entries @2 :Data;         # fixed size: count times the layout's bytes, little-endian
  ends @3 :Data;            # byte strings: count times UInt64, where each ends in `bytes`
  bytes @4 :Data;
}
