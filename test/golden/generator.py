"""Expected random numbers for test/evals/statistics, computed independently of Malestok.

Made once with Python 3.11, standard library only; the tests read only the JSON:

    python3 -P test/golden/generator.py

- generator.json: xoroshiro128+ (Blackman & Vigna, version of 2018: a = 24, b = 16, c = 37), written here from
  its definition. `published` is what the authors' C program gives for the state 1, 2, as rand_xoshiro (Rust) and
  others test it; this script fails unless it gives the same. `seeded`: the state is the first 128 bits of SHA-256
  over the seed's UTF-8 text, as four 32-bit words, little-endian, in the order high and low half of s0, then of s1.
  `below`: whole numbers under a bound by Lemire's method from the low 32 bits
"""
import hashlib
import json
import pathlib
import sys

here = pathlib.Path(__file__).parent
MASK = 2 ** 64 - 1
published = [3, 412333834243, 2360170716294286339, 9295852285959843169, 2797080929874688578, 6019711933173041966,
             3076529664176959358, 3521761819100106140, 7493067640054542992, 920801338098114767]


def rotate(x, k):
    return (x << k | x >> 64 - k) & MASK


def xoroshiro128plus(s0, s1):
    while True:
        yield (s0 + s1) & MASK
        s1 ^= s0
        s0, s1 = rotate(s0, 24) ^ s1 ^ (s1 << 16) & MASK, rotate(s1, 37)


def take(generator, count):
    return [next(generator) for _ in range(count)]


assert take(xoroshiro128plus(1, 2), 10) == published


def signed(word):
    return word - 2 ** 32 if word >= 2 ** 31 else word


def seeded(text):
    digest = hashlib.sha256(text.encode()).digest()
    words = [int.from_bytes(digest[at:at + 4], "little") for at in (0, 4, 8, 12)]
    return xoroshiro128plus(words[0] << 32 | words[1], words[2] << 32 | words[3])


def below(generator, bound):
    """Lemire (2019): the high word of a 32-bit draw times the bound; draws that would favour a number are left out."""
    while True:
        product = (next(generator) & 2 ** 32 - 1) * bound
        if product % 2 ** 32 >= 2 ** 32 % bound:
            return product // 2 ** 32


def draw_below(text, bound, count):
    generator = seeded(text)
    return [below(generator, bound) for _ in range(count)]


json_text = json.dumps({
    "source": "Blackman, D. & Vigna, S. (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4): the "
              "reference implementation of xoroshiro128+ from the state 1, 2; test/golden/generator.py",
    "versions": {"python": sys.version.split()[0]},
    "published": {"state": [1, 2], "outputs": [str(value) for value in published]},
    "seeded": [{"seed": text, "bits": [signed(value & 2 ** 32 - 1) for value in take(seeded(text), 12)]}
               for text in ("", "maalestok", "tællelys æøå", '["key","model","1","f2"]')],
    "below": [{"seed": "under", "bound": bound, "numbers": draw_below("under", bound, 12)}
              for bound in (1, 2, 7, 400, 2 ** 20 + 7, 2 ** 21 - 1)],
}, ensure_ascii=False, indent=1)
(here / "generator.json").write_text(json_text + "\n")
