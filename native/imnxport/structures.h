// The structures of Imnxport on the wire, as docs/protocol.md says.
#pragma once

#include <windows.h>

#include "common/bytes.h"
#include "generated/imnxport.h"

namespace comail {

/** An IID, as the wire has it: the same sixteen bytes. */
Guid guidOf(REFGUID value);

/** A text of the process's code page; NULL stays NULL. */
void putText(Writer &out, const char *text);
/** A pointer to a structure, NULL included. */
void putServer(Writer &out, const INETSERVER *server);
bool getServer(Reader &in, INETSERVER &server);
/** @param stream the number of the object that stands for the message's stream, 0 for none */
void putMessage(Writer &out, const SMTPMESSAGE &message, uint64_t stream);

/** A result with the texts that its pointers show. */
struct HeldResult {
  IXPRESULT result = {};
  std::string response, problem;
  bool hasResponse = false, hasProblem = false;

  /** Sets the pointers; again after each move. */
  IXPRESULT &pointed();
};

HeldResult getResult(Reader &in);

}  // namespace comail
