#include <cstdio>

#include "talentflow/talentflow.h"

int main() { std::printf("talentflow %s\n", talentflow_version()); }
