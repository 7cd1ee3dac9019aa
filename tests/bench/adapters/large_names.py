"""Made-up names for large files, in natural numbers: a few names are common, most are rare.

Surnames and given names are drawn with a probability of 1/(rank + c), so two people of a million share a full name
about as often as in a country's register (some one in a million pairs). Organisations are drawn the same way: a few
have very many people. Everything follows from the number given: the same number is the same name."""

COMMON_SURNAMES = "Wang Li Zhang Liu Chen Smith Kim Nguyen Johnson Singh Garcia Yang Huang Lee Brown Kumar Zhao Wu Tanaka Xu".split()
COMMON_GIVEN = "Wei James Maria Jun Anna David Min Sarah Jing Daniel Li Priya Hao Emily Yan Thomas Mei Carlos Xin Laura".split()
ONSETS = "B Br C Ch D Dr F G Gr H J K Kr L M N P Pr R S Sh St T Tr V W Z".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = ["", "l", "n", "r", "s", "t", "m", "nd", "rk", "x"]
TABLE = 1 << 18
MASK = TABLE - 1


def word(number, syllables):
    """A different pronounceable word for each number below (30 * 8 * 10) ** syllables."""
    out = ""
    for _ in range(syllables):
        out += ONSETS[number % len(ONSETS)].lower()
        number //= len(ONSETS)
        out += VOWELS[number % len(VOWELS)]
        number //= len(VOWELS)
        out += CODAS[number % len(CODAS)]
        number //= len(CODAS)
    return out.capitalize()


def drawn(ranks, flatness, seed):
    """TABLE draws of a rank below `ranks` with a probability of about 1/(rank + flatness)."""
    ratio = ranks / flatness + 1
    mixed = ((i * 40503 + seed) & MASK for i in range(TABLE))
    return [int(flatness * (ratio ** (i / TABLE) - 1)) for i in mixed]


def spelled(common, rank, offset):
    return common[rank] if rank < len(common) else word(rank * 7919 % 5760000 + offset, 2)


SURNAMES = [spelled(COMMON_SURNAMES, rank, 11) for rank in drawn(100_000, 100, 17)]
GIVEN = [spelled(COMMON_GIVEN, rank, 5_000_011) for rank in drawn(5_000, 5, 4711)]
MOST_ORGANISATIONS = 200_000
ORGANISATIONS = drawn(MOST_ORGANISATIONS, 20, 99)


def mixed(number, salt):
    """Bits of a number, stirred: neighbours have nothing in common."""
    number = (number * 0x9E3779B97F4A7C15 + salt * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    number ^= number >> 29
    return (number * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF) >> 20


def given(number):
    return GIVEN[mixed(number, 1) & MASK]


def surname(number):
    return SURNAMES[mixed(number, 2) & MASK]


def organisation(number):
    """The number of one of 200,000 organisations."""
    return ORGANISATIONS[mixed(number, 3) & MASK]


def organisation_word(which):
    return word(which * 104729 % 5760000, 2) if which < 5_000_000 else word(which, 3)
