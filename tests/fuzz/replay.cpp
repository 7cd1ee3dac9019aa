// Runs a fuzz target without a fuzzer: every line of a file of seeds, then mutations of them from a fixed
// seed. usage: <program> SEEDS.txt MUTATIONS
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& seeds) : seeds_(seeds) {}

  std::string next() {
    std::string text = seeds_[below(seeds_.size())];
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_);
  }

  char letter() {
    // Mostly letters that stand in other seeds: they get deeper into a grammar than random bytes.
    const std::string& other = seeds_[below(seeds_.size())];
    return below(8) == 0 || other.empty() ? static_cast<char>(below(256)) : other[below(other.size())];
  }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    switch (below(4)) {
      case 0:
        text.insert(at, 1, letter());
        break;
      case 1:
        if (at < text.size()) text.erase(at, 1 + below(3));
        break;
      case 2:
        if (at < text.size()) text[at] = letter();
        break;
      default: {
        const std::string& other = seeds_[below(seeds_.size())];
        const std::size_t from = below(other.size() + 1);
        text = text.substr(0, at) + other.substr(from);
      }
    }
  }

  const std::vector<std::string>& seeds_;
  std::mt19937_64 engine_{20240229};
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::ifstream file(arguments[1]);
  std::vector<std::string> seeds;
  for (std::string line; std::getline(file, line);) seeds.push_back(line);
  if (seeds.empty()) {
    std::cerr << arguments[1] << ": no seeds\n";
    return 2;
  }
  for (const std::string& seed : seeds) run(seed);
  Mutator mutator(seeds);
  const long mutations = std::strtol(arguments[2], nullptr, 10);
  for (long i = 0; i < mutations; ++i) run(mutator.next());
  std::cout << seeds.size() << " seeds and " << mutations << " mutations\n";
  return 0;
}
