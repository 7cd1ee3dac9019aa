// Synthetic careers as claim tables, for measurements: any size, the same bytes for the same seed.
//
//   talentflow_generate DIRECTORY PEOPLE [SEED]
//
// writes entities.csv, sources.csv and claims.csv. One person has one to seven posts, one after the other
// with gaps of at most 150 days, the last one still held; 7 of 10 people are researchers; organisations are
// chosen by a power law, so that a few are very large; 1 organisation for 50 people, 2000 sources of 97
// publishers.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "schema/day.hpp"

namespace {

using talentflow::Day;
using talentflow::day_text;

constexpr std::array<const char*, 20> kCountries = {"CN", "US", "GB", "FR", "DE", "CA", "SG",
                                                    "JP", "KR", "IN", "CH", "IL", "AU", "NL",
                                                    "SE", "AE", "TW", "HK", "IT", "ES"};
constexpr std::array<double, 20> kCountryShare = {.22, .30, .08, .05, .05, .05, .03, .03, .03,  .04,
                                                  .02, .02, .02, .01, .01, .01, .01, .01, .005, .005};
constexpr std::array<const char*, 3> kKinds = {"lab", "company", "university"};
constexpr std::array<const char*, 4> kBlocs = {"China", "Regional", "Finance", "US"};
constexpr int kSources = 2000;
constexpr int kPublishers = 97;
constexpr double kResearchers = 0.7;
constexpr Day kFirstStart = 14610;  // 2010-01-01
constexpr Day kLastDay = 20600;     // 2026-05-27
constexpr std::uint64_t kDefaultSeed = 0x9E3779B97F4A7C15ULL;

/// Marsaglia's xorshift64: small, and the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  /// Uniform in [0, bound).
  int below(int bound) { return static_cast<int>(next() % static_cast<std::uint64_t>(bound)); }
  /// Uniform in [0, 1).
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

/// Organisation i is chosen in proportion to 1 / (i + 1)^0.8.
class PowerLaw {
 public:
  explicit PowerLaw(int count) {
    double total = 0;
    for (int i = 0; i < count; ++i) cumulative_.push_back(total += 1.0 / std::pow(i + 1, 0.8));
  }
  int pick(Random& random) const {
    const double at = random.unit() * cumulative_.back();
    return static_cast<int>(std::lower_bound(cumulative_.begin(), cumulative_.end(), at) -
                            cumulative_.begin());
  }

 private:
  std::vector<double> cumulative_;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

File create(const std::string& path, const char* header) {
  File file(std::fopen(path.c_str(), "w"));
  if (!file) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), std::strerror(errno));
    std::exit(1);
  }
  std::fputs(header, file.get());
  return file;
}

const char* pick_country(Random& random) {
  const double at = random.unit();
  double sum = 0;
  std::size_t i = 0;
  while (i + 1 < kCountries.size() && (sum += kCountryShare[i]) < at) ++i;
  return kCountries[i];
}

void write_organisations(std::FILE* entities, Random& random, int count) {
  for (int i = 0; i < count; ++i) {
    const char* country = pick_country(random);
    std::fprintf(entities, "org/%d,%s,Org %d,%s\n", i, kKinds[random.next() % kKinds.size()], i, country);
  }
}

void write_sources(const std::string& directory, Random& random) {
  const File file = create(directory + "/sources.csv", "id,url,publisher,bloc,published,reliability\n");
  for (int i = 0; i < kSources; ++i) {
    const std::string published = day_text(16436 + random.below(4100));  // from 2015-01-01
    std::fprintf(file.get(), "src/%d,https://example.org/%d,Publisher %d,%s,%s,%c\n", i, i, i % kPublishers,
                 kBlocs[static_cast<std::size_t>(i) % kBlocs.size()], published.c_str(), "ABC"[i % 3]);
  }
}

/// One person's posts; returns the next free claim number.
long write_career(std::FILE* claims, Random& random, const PowerLaw& organisations, long person,
                  bool researcher, long claim) {
  const int posts = 1 + random.below(7);
  Day start = kFirstStart + random.below(3000);
  for (int post = 0; post < posts && start < kLastDay; ++post) {
    const Day end = start + 120 + random.below(1400);
    const bool held = post == posts - 1 || end >= kLastDay;
    const std::string recorded = day_text(start + random.below(200));
    const int organisation = organisations.pick(random);
    const double confidence = 0.5 + 0.5 * random.unit();
    const int source = random.below(kSources);
    std::fprintf(claims, "c%ld,person/%ld,works_at,org/%d,%s,%s,%s,%.2f,src/%d,%s\n", claim++, person,
                 organisation, researcher ? "researcher" : "engineer", day_text(start).c_str(),
                 held ? ".." : day_text(end).c_str(), confidence, source, recorded.c_str());
    if (held) break;
    start = end + random.below(150);
  }
  return claim;
}

int generate(const std::string& directory, long people, std::uint64_t seed) {
  Random random(seed);
  const int organisations = static_cast<int>(std::max(200L, people / 50));
  const PowerLaw sizes(organisations);
  const File entities = create(directory + "/entities.csv", "id,kind,name,country\n");
  write_organisations(entities.get(), random, organisations);
  write_sources(directory, random);
  const File claims = create(directory + "/claims.csv",
                             "id,subject,relation,object,role,start,end,confidence,source,recorded\n");
  long claim = 0;
  for (long person = 0; person < people; ++person) {
    const bool researcher = random.unit() < kResearchers;
    std::fprintf(entities.get(), "person/%ld,person,Person %ld,\n", person, person);
    claim = write_career(claims.get(), random, sizes, person, researcher, claim);
  }
  std::fprintf(stderr, "%ld people, %d organisations, %ld claims\n", people, organisations, claim);
  return std::ferror(claims.get()) != 0 || std::ferror(entities.get()) != 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const long people = argc > 2 ? std::atol(argv[2]) : 0;
  if (argc < 3 || argc > 4 || people <= 0) {
    std::fputs(
        "usage: talentflow_generate DIRECTORY PEOPLE [SEED]\nwrites entities.csv, sources.csv and claims.csv "
        "of "
        "synthetic careers; the same seed gives the same bytes\n",
        stderr);
    return 2;
  }
  const std::uint64_t seed = argc == 4 ? std::strtoull(argv[3], nullptr, 0) : kDefaultSeed;
  return generate(argv[1], people, seed == 0 ? kDefaultSeed : seed);
}
