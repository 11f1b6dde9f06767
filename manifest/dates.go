package manifest

import (
	"fmt"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// date is a moment in a template. It has no methods that templates could reach, so
// nothing can ask for the machine's own time zone.
type date struct{ at time.Time }

// String prints the moment in UTC.
func (d date) String() string { return d.at.Format(time.RFC3339) }

// dateFuncs are sprig's date functions without the clock and without the machine's
// time zone: a date must be given, and is read and written in UTC.
var dateFuncs = template.FuncMap{
	"toDate":           toDate,
	"mustToDate":       toDate,
	"date":             func(layout string, v any) (string, error) { return formatDate(layout, v, "UTC") },
	"htmlDate":         func(v any) (string, error) { return formatDate(time.DateOnly, v, "UTC") },
	"dateInZone":       formatDate,
	"date_in_zone":     formatDate,
	"htmlDateInZone":   func(v any, zone string) (string, error) { return formatDate(time.DateOnly, v, zone) },
	"dateModify":       modifyDate,
	"date_modify":      modifyDate,
	"mustDateModify":   modifyDate,
	"must_date_modify": modifyDate,
	"unixEpoch": func(v any) (string, error) {
		t, err := asTime(v)
		return strconv.FormatInt(t.Unix(), 10), err
	},
	"duration":      func(v any) (string, error) { d, err := asDuration(v); return d.String(), err },
	"durationRound": func(v any) (string, error) { d, err := asDuration(v); return roundDuration(d), err },
}

func toDate(layout, s string) (date, error) {
	t, err := time.ParseInLocation(layout, s, time.UTC)
	return date{t.UTC()}, err
}

// asTime reads a date that a manifest or a data row holds.
func asTime(v any) (time.Time, error) {
	switch v := v.(type) {
	case date:
		return v.at, nil
	case int:
		return time.Unix(int64(v), 0).UTC(), nil
	case int64:
		return time.Unix(v, 0).UTC(), nil
	case string:
		for _, layout := range []string{time.DateOnly, time.RFC3339, time.DateTime, "2006-01-02T15:04:05"} {
			if t, err := time.ParseInLocation(layout, v, time.UTC); err == nil {
				return t.UTC(), nil
			}
		}
	}
	return time.Time{}, fmt.Errorf("%v is not a date like 2026-01-31", v)
}

func formatDate(layout string, v any, zone string) (string, error) {
	t, err := asTime(v)
	if err != nil {
		return "", err
	}
	switch {
	case zone == "" || strings.EqualFold(zone, "utc") || zone == "Z":
		return t.UTC().Format(layout), nil
	default:
		// Named zones depend on the machine's tables, which change twice a year.
		off, err := time.Parse("-07:00", zone)
		if err != nil {
			return "", fmt.Errorf("zone %q: write UTC or an offset like +02:00; named zones differ from machine to machine", zone)
		}
		_, seconds := off.Zone()
		return t.In(time.FixedZone("", seconds)).Format(layout), nil
	}
}

func modifyDate(change string, v any) (date, error) {
	t, err := asTime(v)
	if err != nil {
		return date{}, err
	}
	d, err := time.ParseDuration(change)
	if err != nil {
		return date{}, fmt.Errorf("%q is not a duration like -24h", change)
	}
	return date{t.Add(d)}, nil
}

func asDuration(v any) (time.Duration, error) {
	switch v := v.(type) {
	case int:
		return time.Duration(v) * time.Second, nil
	case int64:
		return time.Duration(v) * time.Second, nil
	case string:
		if n, err := strconv.ParseInt(v, 10, 64); err == nil {
			return time.Duration(n) * time.Second, nil
		}
		return time.ParseDuration(v)
	}
	return 0, fmt.Errorf("%v is not a number of seconds or a duration like 1m30s", v)
}

func roundDuration(d time.Duration) string {
	sgn := ""
	if d < 0 {
		sgn, d = "-", -d
	}
	const day = 24 * time.Hour
	for _, u := range []struct {
		size time.Duration
		name string
	}{{365 * day, "y"}, {30 * day, "mo"}, {day, "d"}, {time.Hour, "h"}, {time.Minute, "m"}, {time.Second, "s"}} {
		if d >= u.size {
			return sgn + strconv.FormatInt(int64(d/u.size), 10) + u.name
		}
	}
	return "0s"
}
