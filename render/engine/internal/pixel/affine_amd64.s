#include "textflag.h"

// Word shuffles: the four weights of a pixel (upper left, upper right, lower left,
// lower right), each for the four channels. The pixel is a lane's lower or upper half.
DATA upperA<>+0(SB)/8, $0x0100010001000100
DATA upperA<>+8(SB)/8, $0x0302030203020302
DATA upperA<>+16(SB)/8, $0x0100010001000100
DATA upperA<>+24(SB)/8, $0x0302030203020302
GLOBL upperA<>(SB), RODATA|NOPTR, $32
DATA lowerA<>+0(SB)/8, $0x0504050405040504
DATA lowerA<>+8(SB)/8, $0x0706070607060706
DATA lowerA<>+16(SB)/8, $0x0504050405040504
DATA lowerA<>+24(SB)/8, $0x0706070607060706
GLOBL lowerA<>(SB), RODATA|NOPTR, $32
DATA upperB<>+0(SB)/8, $0x0908090809080908
DATA upperB<>+8(SB)/8, $0x0b0a0b0a0b0a0b0a
DATA upperB<>+16(SB)/8, $0x0908090809080908
DATA upperB<>+24(SB)/8, $0x0b0a0b0a0b0a0b0a
GLOBL upperB<>(SB), RODATA|NOPTR, $32
DATA lowerB<>+0(SB)/8, $0x0d0c0d0c0d0c0d0c
DATA lowerB<>+8(SB)/8, $0x0f0e0f0e0f0e0f0e
DATA lowerB<>+16(SB)/8, $0x0d0c0d0c0d0c0d0c
DATA lowerB<>+24(SB)/8, $0x0f0e0f0e0f0e0f0e
GLOBL lowerB<>(SB), RODATA|NOPTR, $32
DATA q255<>+0(SB)/8, $255
DATA q255<>+8(SB)/8, $255
DATA q255<>+16(SB)/8, $255
DATA q255<>+24(SB)/8, $255
GLOBL q255<>(SB), RODATA|NOPTR, $32
DATA q256<>+0(SB)/8, $256
DATA q256<>+8(SB)/8, $256
DATA q256<>+16(SB)/8, $256
DATA q256<>+24(SB)/8, $256
GLOBL q256<>(SB), RODATA|NOPTR, $32
DATA half<>+0(SB)/8, $0x0080008000800080
DATA half<>+8(SB)/8, $0x0080008000800080
DATA half<>+16(SB)/8, $0x0080008000800080
DATA half<>+24(SB)/8, $0x0080008000800080
GLOBL half<>(SB), RODATA|NOPTR, $32

// LANES: START, START+STEP, +2·STEP, +3·STEP into Y; AX and X15 are lost.
#define LANES(START, STEP, X, Y) \
	MOVQ START, AX \
	MOVQ AX, X \
	ADDQ STEP, AX \
	VPINSRQ $1, AX, X, X \
	ADDQ STEP, AX \
	MOVQ AX, X15 \
	ADDQ STEP, AX \
	VPINSRQ $1, AX, X15, X15 \
	VINSERTI128 $1, X15, Y, Y

// SAMPLE: where the pixel at (R10, R11) lies, in bytes, into AX, and on to the next.
// Four such reads are faster than a gather on every processor that was tried.
#define SAMPLE \
	MOVQ R11, AX \
	SHRQ $16, AX \
	IMULQ DX, AX \
	MOVQ R10, BX \
	SHRQ $16, BX \
	LEAQ (AX)(BX*4), AX \
	ADDQ R12, R10 \
	ADDQ R13, R11

// func affineAVX2(dst, src *uint8, stride int, u, v, du, dv int64, blocks int)
TEXT ·affineAVX2(SB), NOSPLIT, $0-64
	MOVQ dst+0(FP), DI
	MOVQ src+8(FP), SI
	MOVQ stride+16(FP), DX
	MOVQ u+24(FP), R10
	MOVQ v+32(FP), R11
	MOVQ du+40(FP), R12
	MOVQ dv+48(FP), R13
	MOVQ blocks+56(FP), CX
	LEAQ (SI)(DX*1), R8          // the row below
	LANES(R10, R12, X0, Y0)
	LANES(R11, R13, X1, Y1)
	LEAQ (R12*4), AX
	MOVQ AX, X2
	VPBROADCASTQ X2, Y2
	LEAQ (R13*4), AX
	MOVQ AX, X3
	VPBROADCASTQ X3, Y3
	VPXOR Y5, Y5, Y5
loop:
	SAMPLE
	VMOVQ (SI)(AX*1), X8
	VMOVQ (R8)(AX*1), X9
	SAMPLE
	VMOVHPS (SI)(AX*1), X8, X8
	VMOVHPS (R8)(AX*1), X9, X9
	SAMPLE
	VMOVQ (SI)(AX*1), X6
	VMOVQ (R8)(AX*1), X7
	SAMPLE
	VMOVHPS (SI)(AX*1), X6, X6
	VMOVHPS (R8)(AX*1), X7, X7
	VINSERTI128 $1, X6, Y8, Y8
	VINSERTI128 $1, X7, Y9, Y9
	VPSRLQ $8, Y0, Y6
	VPAND q255<>(SB), Y6, Y6     // fx
	VPSRLQ $8, Y1, Y7
	VPAND q255<>(SB), Y7, Y7     // fy
	VPMULUDQ Y6, Y7, Y10
	VPSRLQ $8, Y10, Y10          // lower right
	VPSUBQ Y10, Y7, Y11          // lower left
	VPSUBQ Y10, Y6, Y12          // upper right
	VMOVDQU q256<>(SB), Y13
	VPSUBQ Y6, Y13, Y13
	VPSUBQ Y11, Y13, Y13         // upper left
	VPSLLQ $16, Y12, Y12
	VPSLLQ $32, Y11, Y11
	VPSLLQ $48, Y10, Y10
	VPOR Y12, Y13, Y13
	VPOR Y11, Y10, Y10
	VPOR Y10, Y13, Y13           // the four weights as words
	VPADDQ Y2, Y0, Y0
	VPADDQ Y3, Y1, Y1
	VPUNPCKLBW Y5, Y8, Y6
	VPSHUFB upperA<>(SB), Y13, Y7
	VPMULLW Y7, Y6, Y6
	VPUNPCKLBW Y5, Y9, Y10
	VPSHUFB lowerA<>(SB), Y13, Y7
	VPMULLW Y7, Y10, Y10
	VPADDW Y10, Y6, Y6
	VPUNPCKHBW Y5, Y8, Y11
	VPSHUFB upperB<>(SB), Y13, Y7
	VPMULLW Y7, Y11, Y11
	VPUNPCKHBW Y5, Y9, Y10
	VPSHUFB lowerB<>(SB), Y13, Y7
	VPMULLW Y7, Y10, Y10
	VPADDW Y10, Y11, Y11
	VPUNPCKLQDQ Y11, Y6, Y7
	VPUNPCKHQDQ Y11, Y6, Y8
	VPADDW Y8, Y7, Y7
	VPADDW half<>(SB), Y7, Y7
	VPSRLW $8, Y7, Y7
	VPACKUSWB Y7, Y7, Y7
	VPERMQ $0x08, Y7, Y7
	VMOVDQU X7, (DI)
	ADDQ $16, DI
	DECQ CX
	JNZ  loop
	VZEROUPPER
	RET
