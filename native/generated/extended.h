// Written by scripts/native/main.mjs from the interfaces that src declares; change those, not this file.
#pragma once

#include "extended/describe.h"

namespace comail {

constexpr Guid kIComailMapi = guid(0xC0A11B02, 0x2E5B, 0x4F1C, {0x9A, 0x37, 0x6D, 0x0F, 0x4B, 0x8E, 0x1A, 0x01});
constexpr Guid kIComailMapiUtil = guid(0xC0A11B05, 0x2E5B, 0x4F1C, {0x9A, 0x37, 0x6D, 0x0F, 0x4B, 0x8E, 0x1A, 0x01});
extern const Method mIComailMapi_MAPIInitialize;
extern const Method mIComailMapi_MAPIUninitialize;
extern const Method mIComailMapi_MAPILogonEx;
extern const Method mIComailMapi_MAPIAdminProfiles;
extern const Method mIComailMapiUtil_RTFSync;
extern const Method mIComailMapiUtil_ScMAPIXFromSMAPI;
extern const Method mIComailMapiUtil_CreateTable;

}  // namespace comail
