//go:build !linux

package queuetest

import "testing"

// Server is a PostgreSQL server of the tests' own; there is one on Linux only.
type Server struct{}

// Postgres skips the test.
func Postgres(t testing.TB) *Server {
	t.Helper()
	t.Skip("the tests start PostgreSQL on Linux only")
	return nil
}

// NewPostgres skips the test.
func NewPostgres(t testing.TB) *Server { return Postgres(t) }

// Main runs a package's tests.
func Main(m *testing.M) int { return m.Run() }

// Start, Kill and Database are never reached.
func (*Server) Start() error { return nil }

// Kill does nothing.
func (*Server) Kill() {}

// Database gives nothing.
func (*Server) Database(testing.TB) string { return "" }
