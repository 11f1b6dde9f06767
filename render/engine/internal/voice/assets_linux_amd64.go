package voice

import (
	"io/fs"
	"strings"

	linux "github.com/amitybell/piper-bin-linux"
	jenny "github.com/amitybell/piper-voice-jenny"
)

// haveBuiltin says that this binary carries the neural voice.
const haveBuiltin = true

// The libraries that piper's release is made of: ONNX Runtime and Piper's build
// of espeak-ng with its data for every language.
const (
	runtimeFile = "libonnxruntime.so.1.14.1"
	espeakFile  = "libespeak-ng.so.1.52.0.1"
)

func runtimePack() pack {
	return pack{
		name: "piper-2023.11.14-2",
		open: func() (fs.File, error) { return linux.Asset.FS.Open("dist.tzst") },
		want: func(path string) bool {
			return path == runtimeFile || path == espeakFile || strings.HasPrefix(path, "espeak-ng-data/")
		},
		sums: map[string]string{
			runtimeFile: "9a6828636dd7bed5887e6ce898cac1010cbbd593e6931b63423d189d42165434",
			espeakFile:  "a18ed1133dd1594f9d076ecdf8eec51c87d9138d879de0f1516417a2679d5ecf",
		},
	}
}

func jennyPack() pack {
	return pack{
		name: "jenny-469c630d",
		open: func() (fs.File, error) { return jenny.Asset.FS.Open("dist.tar.zst") },
		want: func(path string) bool { return path == "voice.onnx" || path == "voice.json" },
		sums: map[string]string{
			"voice.onnx": "469c630d209e139dd392a66bf4abde4ab86390a0269c1e47b4e5d7ce81526b01",
			"voice.json": "a9a7a93a317c9a3cb6563e37eb057df9ef09c06188a8a4341b0fcb58cba54dd4",
		},
	}
}
