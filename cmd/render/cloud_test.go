//go:build cloud || s3

package main_test

import (
	"net/http/httptest"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
	"github.com/rogpeppe/go-internal/testscript"
)

// TestCloudScripts runs the scripts that need a build with the clouds' clients. They
// have one more command:
//
//	bucket FILE…   starts an S3 server with a bucket of its own, and writes its URL
//	               where the files say $STORE
//	rot            overwrites every object in the bucket with other content
//	objects N      the bucket holds N objects
func TestCloudScripts(t *testing.T) {
	t.Parallel()
	p := scripts("cloud")
	p.Cmds["bucket"], p.Cmds["rot"], p.Cmds["objects"] = bucket, rot, objects
	setup := p.Setup
	p.Setup = func(e *testscript.Env) error {
		e.Values[serverKey{}] = s3mem.New()
		for name, value := range map[string]string{"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true"} {
			e.Setenv(name, value)
		}
		return setup(e)
	}
	testscript.Run(t, p)
}

type serverKey struct{}

const bucketName = "videos"

func backend(ts *testscript.TestScript) *s3mem.Backend {
	return ts.Value(serverKey{}).(*s3mem.Backend)
}

func bucket(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: bucket FILE…")
	}
	ts.Check(backend(ts).CreateBucket(bucketName))
	server := httptest.NewServer(gofakes3.New(backend(ts)).Server())
	ts.Defer(server.Close)
	store := "s3://" + bucketName + "/renders?region=eu-central-1&endpoint=" + url.QueryEscape(server.URL)
	for _, name := range args {
		text := strings.ReplaceAll(ts.ReadFile(name), "$STORE", store)
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o644))
	}
}

func list(ts *testscript.TestScript) []*gofakes3.Content {
	l, err := backend(ts).ListBucket(bucketName, nil, gofakes3.ListBucketPage{})
	ts.Check(err)
	return l.Contents
}

func objects(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: objects N")
	}
	var names []string
	for _, object := range list(ts) {
		names = append(names, object.Key)
	}
	if want := args[0]; want != strconv.Itoa(len(names)) {
		ts.Fatalf("the bucket holds %q, want %s objects", names, want)
	}
}

func rot(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 0 {
		ts.Fatalf("usage: rot")
	}
	const rotten = "rotten"
	for _, object := range list(ts) {
		_, err := backend(ts).PutObject(bucketName, object.Key, map[string]string{}, strings.NewReader(rotten), int64(len(rotten)), nil)
		ts.Check(err)
	}
}
