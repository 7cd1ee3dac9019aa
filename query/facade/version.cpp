#include "talentflow/talentflow.h"

const char* talentflow_version() { return TALENTFLOW_VERSION; }

uint32_t talentflow_abi_version() { return TALENTFLOW_ABI_VERSION; }
