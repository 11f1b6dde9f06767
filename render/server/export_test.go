package server

import "time"

// Hurry makes a server less patient: with bodies, and with silent sockets.
func (s *Server) Hurry(patience, idle time.Duration) { s.patience, s.idle = patience, idle }
