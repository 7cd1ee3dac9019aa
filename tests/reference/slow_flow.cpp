#include "tests/reference/slow_flow.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace talentflow::reference {
namespace {

/// Half of a sum, rounded down.
long half(long sum) { return sum >= 0 ? sum / 2 : -((-sum + 1) / 2); }
long mid(Range r) { return half(r.first + r.second); }

std::tuple<long, long, std::string> key(const Spell& x) {
  return {x.start.first > -kForever ? mid(x.start) : x.start.second, x.end ? mid(*x.end) : kForever, x.group};
}
void order(std::vector<Spell>& xs) {
  std::stable_sort(xs.begin(), xs.end(), [](const Spell& a, const Spell& b) { return key(a) < key(b); });
}

long reach(const Spell& x, const Options& o) {
  if (x.end) return x.end->second;
  return x.held <= -kForever ? kForever : x.held + o.carry;
}
long certain_until(const Spell& x) { return x.end ? x.end->first : x.held; }

Spell join(const Spell& a, const Spell& b) {
  long held = std::max(a.held, b.held);
  for (const auto& end : {a.end, b.end})
    if (end) held = std::max(held, end->first);
  std::optional<Range> end;
  if (a.end && b.end) end = std::max(*a.end, *b.end);
  if (a.end.has_value() != b.end.has_value()) {
    const Spell& e = a.end ? a : b;
    const Spell& u = a.end ? b : a;
    if (e.start.second >= u.start.second && u.held <= e.end->first) end = e.end;
  }
  return {
      a.group, {std::min(a.start.first, b.start.first), std::min(a.start.second, b.start.second)}, end, held};
}

bool before(const Spell& a, const Spell& b) {
  if (a.start.second <= b.start.first && a.start != b.start) return true;
  if (b.start.second <= a.start.first && a.start != b.start) return false;
  if (!a.end) return false;
  return (!b.end || a.end->second <= b.end->first) && a.end != b.end;
}

std::vector<std::vector<Stint>> blocks(const std::vector<Stint>& stints) {
  std::vector<std::vector<Stint>> out;
  std::map<std::string, std::size_t> place;
  for (const Stint& s : stints) {
    if (!s.alternative.empty()) {
      if (const auto known = place.find(s.alternative); known != place.end()) {
        out[known->second].push_back(s);
        continue;
      }
      place[s.alternative] = out.size();
    }
    out.push_back({s});
  }
  return out;
}

bool same(const Stint& a, const Stint& b) {
  return std::tie(a.group, a.start, a.end, a.held, a.p, a.alternative, a.contested) ==
         std::tie(b.group, b.start, b.end, b.held, b.p, b.alternative, b.contested);
}

using Distribution = std::map<long, double>;

int sign(const Move& m) {
  if (m.origin == "B" && m.destination == "A") return 1;
  if (m.origin == "A" && m.destination == "B") return -1;
  return 0;
}

}  // namespace

Stint stint(int person, std::string group, std::optional<Range> start, std::optional<Range> end,
            std::optional<long> held, double p, std::string alternative, bool contested) {
  return {person, std::move(group),       start,    end, held ? *held : start ? start->second : -kForever,
          p,      std::move(alternative), contested};
}

std::pair<std::vector<Spell>, bool> spells(const std::vector<Stint>& stints, const Options& o) {
  std::set<std::string> undated;
  std::vector<Spell> xs;
  for (const Stint& s : stints) {
    if (!s.dated())
      undated.insert(s.group);
    else
      xs.push_back({s.group, s.start ? *s.start : Range{-kForever, s.end->first}, s.end, s.held});
  }
  order(xs);
  std::vector<Spell> out;
  for (const Spell& x : xs) {
    bool found = false;
    for (std::size_t i = out.size(); i-- > 0 && !found;) {
      if (out[i].group != x.group) continue;
      found = true;
      const long limit =
          i + 1 < out.size() ? certain_until(out[i]) : reach(out[i], o) + (out[i].end ? o.gap : 0);
      if (x.start.first <= limit)
        out[i] = join(out[i], x);
      else
        out.push_back(x);
    }
    if (!found) out.push_back(x);
  }
  std::vector<Spell> stays;
  for (const Spell& x : out)
    if (!x.end || x.end->second - x.start.first >= o.min_stay) stays.push_back(x);
  order(stays);
  std::set<std::size_t> lost;
  for (std::size_t i = 0; i + 1 < stays.size(); ++i)
    if (stays[i].group != stays[i + 1].group && !before(stays[i], stays[i + 1])) lost.insert({i, i + 1});
  std::vector<Spell> kept;
  for (std::size_t i = 0; i < stays.size(); ++i)
    if (!lost.contains(i)) kept.push_back(stays[i]);
  if (undated.size() == 1 && (kept.empty() || kept.front().group != *undated.begin()))
    kept.insert(kept.begin(), {*undated.begin(), {-kForever, -kForever}, {}, -kForever});
  return {kept, !lost.empty() || undated.size() > 1};
}

std::vector<Move> moves(const std::vector<Stint>& stints, const Options& o) {
  std::vector<Move> out;
  std::optional<Spell> cur;
  for (const Spell& x : spells(stints, o).first) {
    if (!cur) {
      out.push_back({x.start.first, x.start.second, {}, x.group});
      cur = x;
      continue;
    }
    const long hole = x.start.first - reach(*cur, o);
    const long overlap = certain_until(*cur) - x.start.second;
    if (hole > (cur->end ? o.gap : 0)) {
      const Range left = cur->end ? *cur->end : Range{certain_until(*cur), reach(*cur, o)};
      out.push_back({left.first, left.second, cur->group, {}});
      out.push_back({x.start.first, x.start.second, {}, x.group});
      cur = x;
    } else if (x.group == cur->group) {
      cur = join(*cur, x);
    } else if (overlap <= o.overlap || o.concurrent == "ON ARRIVAL") {
      const long until = certain_until(*cur);
      long lo = x.start.first < until && until <= x.start.second ? until : x.start.first;
      const long hi = cur->end && lo <= cur->end->second && cur->end->second < x.start.second
                          ? cur->end->second
                          : x.start.second;
      if (x.start.first <= -kForever) lo = until;
      out.push_back({lo, std::max(lo, hi), cur->group, x.group});
      cur = x;
    } else if (o.concurrent == "WHEN ORIGIN ENDS" && cur->end && reach(x, o) > cur->end->first) {
      out.push_back({cur->end->first, cur->end->second, cur->group, x.group});
      cur = x;
    }
  }
  if (cur && cur->end) out.push_back({cur->end->first, cur->end->second, cur->group, {}});
  std::stable_sort(out.begin(), out.end(),
                   [](const Move& a, const Move& b) { return std::tie(a.lo, a.hi) < std::tie(b.lo, b.hi); });
  return out;
}

std::vector<std::pair<double, std::vector<Stint>>> worlds(const std::vector<Stint>& stints) {
  std::vector<std::pair<double, std::vector<Stint>>> out{{1.0, {}}};
  for (const auto& block : blocks(stints)) {
    std::vector<std::pair<double, std::vector<Stint>>> next;
    double rest = 1.0;
    for (const Stint& s : block) rest -= s.p;
    for (const auto& [p, chosen] : out) {
      for (const Stint& s : block) {
        if (s.p <= 0) continue;
        auto more = chosen;
        more.push_back(s);
        next.emplace_back(p * s.p, std::move(more));
      }
      if (rest > 1e-12) next.emplace_back(p * rest, chosen);
    }
    out = std::move(next);
  }
  return out;
}

std::vector<Stint> likely(const std::vector<Stint>& stints) {
  std::vector<Stint> out;
  for (const auto& block : blocks(stints)) {
    double sum = 0;
    const Stint* best = &block.front();
    for (const Stint& s : block) {
      sum += s.p;
      if (s.p > best->p) best = &s;
    }
    if (sum >= 0.5 - 1e-12) out.push_back(*best);
  }
  return out;
}

double share(const Move& m, const Bucket& bucket, const std::string& dates) {
  if (m.lo <= -kForever) return bucket ? 0.0 : 1.0;
  if (!bucket) return 0.0;
  const auto [lo, hi] = *bucket;
  if (dates == "MIDPOINT" || m.hi <= m.lo) {
    const long middle = half(m.lo + m.hi);
    return lo <= middle && middle < hi ? 1.0 : 0.0;
  }
  const long common = std::min(hi, m.hi) - std::max(lo, m.lo);
  return common <= 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(m.hi - m.lo);
}

namespace {

struct PersonNet {
  Distribution distribution;
  std::vector<long> possible;  ///< when every certain fact holds
};

PersonNet person_net(const std::vector<Stint>& xs, const Bucket& bucket, const Options& o, Row& row) {
  PersonNet out;
  for (const auto& [p, world] : worlds(xs)) {
    Distribution dist{{0, p}};
    for (const Move& m : moves(world, o)) {
      const int s = sign(m);
      const double f = share(m, bucket, o.dates);
      if (s == 0 || f == 0) continue;
      (s > 0 ? row.in : row.out) += p * f;
      Distribution next;
      for (const auto& [k, v] : dist) {
        next[k] += v * (1 - f);
        next[k + s] += v * f;
      }
      dist = next;
    }
    for (const auto& [k, v] : dist) out.distribution[k] += v;
    const bool settled = std::all_of(xs.begin(), xs.end(), [&, &chosen = world](const Stint& s) {
      if (s.contested || s.p < 0.5) return true;
      return std::any_of(chosen.begin(), chosen.end(), [&](const Stint& t) { return same(s, t); });
    });
    if (!settled) continue;
    for (const auto& [k, v] : dist)
      if (v > 0) out.possible.push_back(k);
  }
  if (out.possible.empty()) out.possible.push_back(0);
  return out;
}

void interval(const Distribution& pmf, double level, Row& row) {
  double total = 0;
  bool low = false, high = false;
  for (const auto& [k, v] : pmf) {
    total += v;
    row.mean += static_cast<double>(k) * v;
    if (!low && total >= (1 - level) / 2) {
      row.lo = k;
      low = true;
    }
    if (!high && total >= 1 - (1 - level) / 2 - 1e-12) {
      row.hi = k;
      high = true;
    }
  }
}

}  // namespace

std::vector<Row> flow(const std::vector<Stint>& stints, const std::set<std::string>& first,
                      const std::set<std::string>& second, const std::vector<Bucket>& buckets,
                      const Options& o, double level, bool exclude_contested) {
  std::map<int, std::vector<Stint>> persons;
  for (Stint s : stints) {
    if (exclude_contested && s.contested) continue;
    s.group = first.contains(s.group) ? "A" : second.contains(s.group) ? "B" : "('other', '" + s.group + "')";
    persons[s.person].push_back(std::move(s));
  }
  std::vector<Row> rows;
  for (const Bucket& bucket : buckets) {
    Row row;
    Distribution pmf{{0, 1.0}};
    for (const auto& [person, xs] : persons) {
      for (const Move& m : moves(likely(xs), o)) {
        if (share(m, bucket, "MIDPOINT") == 0) continue;
        row.count_in += sign(m) > 0;
        row.count_out += sign(m) < 0;
      }
      const PersonNet net = person_net(xs, bucket, o, row);
      row.bound_lo += *std::min_element(net.possible.begin(), net.possible.end());
      row.bound_hi += *std::max_element(net.possible.begin(), net.possible.end());
      Distribution next;
      for (const auto& [k, v] : pmf)
        for (const auto& [k2, v2] : net.distribution) next[k + k2] += v * v2;
      pmf = next;
    }
    interval(pmf, level, row);
    row.net = row.in - row.out;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace talentflow::reference
