#include "test/support/restrictions.h"

Restrictions::Restrictions() {
  subject_.ulPropTag = PR_SUBJECT_W;
  subject_.Value.lpszW = const_cast<LPWSTR>(L"Plain");
  flags_.ulPropTag = PR_MESSAGE_FLAGS;
  flags_.Value.l = 0x10000;
  remark_.ulPropTag = PROP_TAG(PT_LONG, 0x6900);
  remark_.Value.l = 7;

  parts_[0].rt = RES_CONTENT;
  parts_[0].res.resContent = {FL_SUBSTRING | FL_IGNORECASE, PR_SUBJECT_W, &subject_};
  parts_[1].rt = RES_BITMASK;
  parts_[1].res.resBitMask = {BMR_EQZ, PR_MESSAGE_FLAGS, 0x80000};
  parts_[2].rt = RES_SIZE;
  parts_[2].res.resSize = {RELOP_LT, PR_SUBJECT_W, 1000};
  parts_[3].rt = RES_OR;
  parts_[3].res.resOr = {2, either_};
  parts_[4].rt = RES_SUBRESTRICTION;
  parts_[4].res.resSub = {PR_MESSAGE_RECIPIENTS, &sub_};
  parts_[5].rt = RES_COMMENT;
  parts_[5].res.resComment = {1, &comment_, &remark_};
  either_[0].rt = RES_COMPAREPROPS;
  either_[0].res.resCompareProps = {RELOP_GE, PR_CREATION_TIME, PR_LAST_MODIFICATION_TIME};
  either_[1].rt = RES_NOT;
  either_[1].res.resNot = {0, &not_};
  not_.rt = RES_PROPERTY;
  not_.res.resProperty = {RELOP_EQ, PR_MESSAGE_FLAGS, &flags_};
  sub_.rt = RES_EXIST;
  sub_.res.resExist.ulPropTag = PR_EMAIL_ADDRESS_W;
  comment_.rt = RES_EXIST;
  comment_.res.resExist.ulPropTag = PR_SUBJECT_W;
  whole_.rt = RES_AND;
  whole_.res.resAnd = {6, parts_};
}

std::string described(const SRestriction &one) {
  const auto &res = one.res;
  const auto numbers = [](std::initializer_list<ULONG> all) {
    std::string words = "(";
    for (const ULONG number : all) words += " " + std::to_string(number);
    return words + " )";
  };
  const std::string kind = std::to_string(one.rt);
  switch (one.rt) {
    case RES_AND:
    case RES_OR: {
      std::string words = kind + "{";
      for (ULONG i = 0; i < res.resAnd.cRes; i++) words += described(res.resAnd.lpRes[i]);
      return words + "}";
    }
    case RES_NOT: return kind + "{" + described(*res.resNot.lpRes) + "}";
    case RES_CONTENT: {
      const auto &prop = *res.resContent.lpProp;
      std::string words = kind + numbers({res.resContent.ulFuzzyLevel, res.resContent.ulPropTag, prop.ulPropTag});
      for (const wchar_t *at = prop.Value.lpszW; *at; at++) words += static_cast<char>(*at);
      return words;
    }
    case RES_PROPERTY: {
      const auto &prop = *res.resProperty.lpProp;
      return kind + numbers({res.resProperty.relop, res.resProperty.ulPropTag, prop.ulPropTag, prop.Value.ul});
    }
    case RES_COMPAREPROPS: return kind + numbers({res.resCompareProps.relop, res.resCompareProps.ulPropTag1, res.resCompareProps.ulPropTag2});
    case RES_BITMASK: return kind + numbers({res.resBitMask.relBMR, res.resBitMask.ulPropTag, res.resBitMask.ulMask});
    case RES_SIZE: return kind + numbers({res.resSize.relop, res.resSize.ulPropTag, res.resSize.cb});
    case RES_EXIST: return kind + numbers({res.resExist.ulPropTag});
    case RES_SUBRESTRICTION: return kind + numbers({res.resSub.ulSubObject}) + "{" + described(*res.resSub.lpRes) + "}";
    case RES_COMMENT: {
      const auto &props = res.resComment.lpProp;
      return kind + numbers({res.resComment.cValues, props->ulPropTag, props->Value.ul}) + "{" + described(*res.resComment.lpRes) + "}";
    }
    default: return kind + "?";
  }
}
