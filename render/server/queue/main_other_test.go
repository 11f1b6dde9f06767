//go:build !linux

package queue_test

import (
	"os"
	"testing"

	"gitops.video/render/render/server/queue/queuetest"
)

func TestMain(m *testing.M) { os.Exit(queuetest.Main(m)) }
