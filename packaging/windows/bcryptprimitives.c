/* A stand-in for Windows' bcryptprimitives.dll, which Wine 8 lacks and Rust's standard library (python-calamine) asks for
   random bytes. Put into the test's Wine prefix, never shipped: every Windows has the real one. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom of advapi32 */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
