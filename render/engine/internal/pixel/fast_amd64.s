#include "textflag.h"

// Constants as words: one pixel is r g b a.
DATA ycoef<>+0(SB)/8, $0x000007f04e9f175f
GLOBL ycoef<>(SB), RODATA|NOPTR, $8
DATA ucoef<>+0(SB)/8, $0x00003839d4a9f31e
GLOBL ucoef<>(SB), RODATA|NOPTR, $8
DATA vcoef<>+0(SB)/8, $0x0000fad8cCEF3839
GLOBL vcoef<>(SB), RODATA|NOPTR, $8
DATA yoff<>+0(SB)/4, $0x00084000
GLOBL yoff<>(SB), RODATA|NOPTR, $4
DATA coff<>+0(SB)/4, $0x01010000
GLOBL coff<>(SB), RODATA|NOPTR, $4
DATA w256<>+0(SB)/4, $0x01000100
GLOBL w256<>(SB), RODATA|NOPTR, $4

DATA w255<>+0(SB)/4, $0x00ff00ff
GLOBL w255<>(SB), RODATA|NOPTR, $4
DATA w128<>+0(SB)/4, $0x00800080
GLOBL w128<>(SB), RODATA|NOPTR, $4
// Each dword's lowest byte four times over.
DATA spread<>+0(SB)/8, $0x0404040400000000
DATA spread<>+8(SB)/8, $0x0c0c0c0c08080808
GLOBL spread<>(SB), RODATA|NOPTR, $16

// UNPACK: the bytes of IN as words in LO and HI; Y2 is zero.
#define UNPACK(IN, LO, HI) \
	VPUNPCKLBW Y2, IN, LO \
	VPUNPCKHBW Y2, IN, HI

// OVER: S (words) over D (words) into D; Y1 = 255, Y12 = 128, T is lost.
#define OVER(S, D, T) \
	VPSHUFLW $0xff, S, T \
	VPSHUFHW $0xff, T, T \
	VPSUBW T, Y1, T \
	VPMULLW T, D, D \
	VPADDW Y12, D, D \
	VPSRLW $8, D, T \
	VPADDW T, D, D \
	VPSRLW $8, D, D \
	VPADDW S, D, D

// FADE: S·K/256, rounded, on words; Y12 = 128.
#define FADE(S, K) \
	VPMULLW K, S, S \
	VPADDW Y12, S, S \
	VPSRLW $8, S, S

// func overAVX2(d, s *uint8, blocks int, alpha uint32)
TEXT ·overAVX2(SB), NOSPLIT, $0-28
	MOVQ d+0(FP), DI
	MOVQ s+8(FP), SI
	MOVQ blocks+16(FP), CX
	MOVL alpha+24(FP), AX
	MOVD AX, X0
	VPBROADCASTW X0, Y0
	VPBROADCASTD w255<>(SB), Y1
	VPBROADCASTD w128<>(SB), Y12
	VPXOR Y2, Y2, Y2
	VPCMPEQD Y3, Y3, Y3
	VPSLLD $24, Y3, Y3           // alpha bytes
	CMPL AX, $256
	JNE  faded
whole:
	// Whole blocks of nothing or of full cover are common and cheap.
	VMOVDQU (SI), Y4
	VPTEST Y4, Y4
	JZ   next
	VPAND Y3, Y4, Y5
	VPCMPEQD Y3, Y5, Y5
	VPMOVMSKB Y5, DX
	CMPL DX, $-1
	JNE  blend
	VMOVDQU Y4, (DI)
next:
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  whole
	VZEROUPPER
	RET
blend:
	UNPACK(Y4, Y5, Y6)
	VMOVDQU (DI), Y9
	UNPACK(Y9, Y10, Y11)
	OVER(Y5, Y10, Y7)
	OVER(Y6, Y11, Y8)
	VPACKUSWB Y11, Y10, Y10
	VMOVDQU Y10, (DI)
	JMP  next
faded:
	VMOVDQU (SI), Y4
	VPTEST Y4, Y4
	JZ   fnext
	UNPACK(Y4, Y5, Y6)
	FADE(Y5, Y0)
	FADE(Y6, Y0)
	VMOVDQU (DI), Y9
	UNPACK(Y9, Y10, Y11)
	OVER(Y5, Y10, Y7)
	OVER(Y6, Y11, Y8)
	VPACKUSWB Y11, Y10, Y10
	VMOVDQU Y10, (DI)
fnext:
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  faded
	VZEROUPPER
	RET

// func maskAVX2(d, s, cover *uint8, blocks int)
TEXT ·maskAVX2(SB), NOSPLIT, $0-32
	MOVQ d+0(FP), DI
	MOVQ s+8(FP), SI
	MOVQ cover+16(FP), BX
	MOVQ blocks+24(FP), CX
	VPBROADCASTD w255<>(SB), Y1
	VPBROADCASTD w128<>(SB), Y12
	VPXOR Y2, Y2, Y2
	VBROADCASTI128 spread<>(SB), Y13
masked:
	MOVQ (BX), AX
	TESTQ AX, AX
	JZ   mnext
	VPMOVZXBD (BX), Y3
	VPSHUFB Y13, Y3, Y3          // cover of each channel
	UNPACK(Y3, Y14, Y15)
	VPSRLW $7, Y14, Y7           // 255 counts as 256
	VPADDW Y7, Y14, Y14
	VPSRLW $7, Y15, Y7
	VPADDW Y7, Y15, Y15
	VMOVDQU (SI), Y4
	UNPACK(Y4, Y5, Y6)
	FADE(Y5, Y14)
	FADE(Y6, Y15)
	VMOVDQU (DI), Y9
	UNPACK(Y9, Y10, Y11)
	OVER(Y5, Y10, Y7)
	OVER(Y6, Y11, Y8)
	VPACKUSWB Y11, Y10, Y10
	VMOVDQU Y10, (DI)
mnext:
	ADDQ $32, SI
	ADDQ $32, DI
	ADDQ $8, BX
	DECQ CX
	JNZ  masked
	VZEROUPPER
	RET

DATA steps<>+0(SB)/8, $0x0003000200010000
DATA steps<>+8(SB)/8, $0x0007000600050004
GLOBL steps<>(SB), RODATA|NOPTR, $16
DATA w4<>+0(SB)/4, $0x00040004
GLOBL w4<>(SB), RODATA|NOPTR, $4

// CHANNEL: eight words of one channel, from the nodes at OFF(BX) and OFF+8(BX);
// X0 = 0…7, X1 = 4, X2 = noise.
#define CHANNEL(OFF, OUT, T) \
	VPBROADCASTW OFF(BX), T \
	VPBROADCASTW OFF+8(BX), OUT \
	VPSUBW T, OUT, OUT \
	VPMULLW X0, OUT, OUT \
	VPADDW X1, OUT, OUT \
	VPSRAW $3, OUT, OUT \
	VPADDW T, OUT, OUT \
	VPADDSW X2, OUT, OUT \
	VPSRAW $7, OUT, OUT

// func blendAVX2(dst *uint8, nodes, noise *int16, blocks int)
TEXT ·blendAVX2(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ nodes+8(FP), BX
	MOVQ noise+16(FP), SI
	MOVQ blocks+24(FP), CX
	VMOVDQU steps<>(SB), X0
	VPBROADCASTD w4<>(SB), X1
	VPBROADCASTD w255<>(SB), X3
blended:
	VMOVDQU (SI), X2
	CHANNEL(0, X4, X7)
	CHANNEL(2, X5, X7)
	CHANNEL(4, X6, X7)
	VPACKUSWB X6, X4, X4         // r0–7 b0–7
	VPACKUSWB X3, X5, X5         // g0–7 a0–7
	VPUNPCKLBW X5, X4, X6        // r0 g0 r1 g1 …
	VPUNPCKHBW X5, X4, X7        // b0 a0 b1 a1 …
	VPUNPCKLWD X7, X6, X8        // r0 g0 b0 a0 …
	VPUNPCKHWD X7, X6, X9
	VMOVDQU X8, (DI)
	VMOVDQU X9, 16(DI)
	ADDQ $32, DI
	ADDQ $16, SI
	ADDQ $8, BX
	DECQ CX
	JNZ  blended
	VZEROUPPER
	RET

// func mixAVX2(dst, a, b *uint8, blocks int, k uint32)
TEXT ·mixAVX2(SB), NOSPLIT, $0-36
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), BX
	MOVQ blocks+24(FP), CX
	MOVL k+32(FP), AX
	MOVD AX, X0
	VPBROADCASTW X0, Y0
	VPBROADCASTD w256<>(SB), Y1
	VPSUBW Y0, Y1, Y1
	VPXOR Y2, Y2, Y2
mix:
	VMOVDQU (SI), Y4
	VMOVDQU (BX), Y5
	VPUNPCKLBW Y2, Y4, Y6
	VPUNPCKHBW Y2, Y4, Y7
	VPUNPCKLBW Y2, Y5, Y8
	VPUNPCKHBW Y2, Y5, Y9
	VPMULLW Y1, Y6, Y6
	VPMULLW Y1, Y7, Y7
	VPMULLW Y0, Y8, Y8
	VPMULLW Y0, Y9, Y9
	VPADDW Y8, Y6, Y6
	VPADDW Y9, Y7, Y7
	VPSRLW $8, Y6, Y6
	VPSRLW $8, Y7, Y7
	VPACKUSWB Y7, Y6, Y6
	VMOVDQU Y6, (DI)
	ADDQ $32, SI
	ADDQ $32, BX
	ADDQ $32, DI
	DECQ CX
	JNZ  mix
	VZEROUPPER
	RET

// LERP: A = (A·j + B·k) >> 8 on words, with j and k broadcast.
#define LERP(A, B, J, K) \
	VPMULLW J, A, A \
	VPMULLW K, B, B \
	VPADDW B, A, A \
	VPSRLW $8, A, A

// func shiftAVX2(dst, top, bottom *uint8, blocks int, fx, fy uint32)
TEXT ·shiftAVX2(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ top+8(FP), SI
	MOVQ bottom+16(FP), BX
	MOVQ blocks+24(FP), CX
	MOVL fx+32(FP), AX
	MOVL fy+36(FP), DX
	MOVD AX, X0
	VPBROADCASTW X0, Y0
	MOVD DX, X1
	VPBROADCASTW X1, Y1
	VPBROADCASTD w256<>(SB), Y14
	VPSUBW Y0, Y14, Y15          // 256 − fx
	VPSUBW Y1, Y14, Y14          // 256 − fy
	VPXOR Y2, Y2, Y2
shift:
	VMOVDQU (SI), Y4
	VMOVDQU 4(SI), Y5
	VPUNPCKLBW Y2, Y4, Y6
	VPUNPCKHBW Y2, Y4, Y7
	VPUNPCKLBW Y2, Y5, Y8
	VPUNPCKHBW Y2, Y5, Y9
	LERP(Y6, Y8, Y15, Y0)
	LERP(Y7, Y9, Y15, Y0)
	VMOVDQU (BX), Y4
	VMOVDQU 4(BX), Y5
	VPUNPCKLBW Y2, Y4, Y8
	VPUNPCKHBW Y2, Y4, Y9
	VPUNPCKLBW Y2, Y5, Y10
	VPUNPCKHBW Y2, Y5, Y11
	LERP(Y8, Y10, Y15, Y0)
	LERP(Y9, Y11, Y15, Y0)
	LERP(Y6, Y8, Y14, Y1)
	LERP(Y7, Y9, Y14, Y1)
	VPACKUSWB Y7, Y6, Y6
	VMOVDQU Y6, (DI)
	ADDQ $32, SI
	ADDQ $32, BX
	ADDQ $32, DI
	DECQ CX
	JNZ  shift
	VZEROUPPER
	RET

// LUMA: eight dwords of Y from the words of pixels 0–3 (A) and 4–7 (B), in order.
#define LUMA(A, B, OUT, TMP) \
	VPMADDWD Y0, A, OUT \
	VPMADDWD Y0, B, TMP \
	VPHADDD TMP, OUT, OUT \
	VPERMQ $0xd8, OUT, OUT \
	VPADDD Y3, OUT, OUT \
	VPSRAD $15, OUT, OUT

// func yuvAVX2(a, b, y0, y1, u, v, changed *uint8, blocks int)
TEXT ·yuvAVX2(SB), NOSPLIT, $0-64
	MOVQ a+0(FP), SI
	MOVQ b+8(FP), BX
	MOVQ y0+16(FP), DI
	MOVQ y1+24(FP), R8
	MOVQ u+32(FP), R9
	MOVQ v+40(FP), R10
	MOVQ changed+48(FP), R11
	MOVQ blocks+56(FP), CX
	VPBROADCASTQ ycoef<>(SB), Y0
	VPBROADCASTQ ucoef<>(SB), Y1
	VPBROADCASTQ vcoef<>(SB), Y2
	VPBROADCASTD yoff<>(SB), Y3
	VPBROADCASTD coff<>(SB), Y15
yuv:
	VPMOVZXBW (SI), Y4           // row a, pixels 0–3
	VPMOVZXBW 16(SI), Y5         // 4–7
	VPMOVZXBW (BX), Y6           // row b
	VPMOVZXBW 16(BX), Y7
	LUMA(Y4, Y5, Y8, Y10)
	LUMA(Y6, Y7, Y9, Y10)
	VPACKUSDW Y9, Y8, Y8         // words: a0–3 b0–3 | a4–7 b4–7
	VPACKUSWB Y8, Y8, Y8         // bytes: a0–3 b0–3 … | a4–7 b4–7 …
	VEXTRACTI128 $1, Y8, X9
	VPUNPCKLDQ X9, X8, X8        // a0–3 a4–7 b0–3 b4–7
	VMOVQ (DI), X10
	VPINSRQ $1, (R8), X10, X10
	VPXOR X8, X10, X10           // what the luma held otherwise
	VMOVQ X8, (DI)
	VPEXTRQ $1, X8, (R8)
	// Chroma: sums of two by two pixels.
	VPADDW Y6, Y4, Y4
	VPADDW Y7, Y5, Y5
	VPSRLDQ $8, Y4, Y6
	VPSRLDQ $8, Y5, Y7
	VPADDW Y6, Y4, Y4
	VPADDW Y7, Y5, Y5
	VPUNPCKLQDQ Y5, Y4, Y4       // c0 c2 | c1 c3
	VPMADDWD Y1, Y4, Y5
	VPMADDWD Y2, Y4, Y6
	VPHADDD Y6, Y5, Y5           // u0 u2 v0 v2 | u1 u3 v1 v3
	VPADDD Y15, Y5, Y5
	VPSRAD $17, Y5, Y5
	VEXTRACTI128 $1, Y5, X6
	VPUNPCKLDQ X6, X5, X7        // u0 u1 u2 u3
	VPUNPCKHDQ X6, X5, X8        // v0 v1 v2 v3
	VPACKUSDW X8, X7, X7
	VPACKUSWB X7, X7, X7
	VMOVD (R9), X9
	VPINSRD $1, (R10), X9, X9
	VPXOR X7, X9, X9
	VMOVQ X9, X9                 // X7 holds the eight bytes twice
	VMOVD X7, (R9)
	VPEXTRD $1, X7, (R10)
	VPOR X9, X10, X10
	VPTEST X10, X10
	SETNE AX
	ORB AX, (R11)
	INCQ R11
	ADDQ $32, SI
	ADDQ $32, BX
	ADDQ $8, DI
	ADDQ $8, R8
	ADDQ $4, R9
	ADDQ $4, R10
	DECQ CX
	JNZ  yuv
	VZEROUPPER
	RET
