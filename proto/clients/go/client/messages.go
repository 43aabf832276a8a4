package client

import (
	_ "embed" // messages.json
	"encoding/json"
	"strings"
)

//go:embed messages.json
var messagesJSON []byte

var messages = readMessages()

type slots map[string]string

func readMessages() map[string]map[string]string {
	read := map[string]map[string]string{}
	if err := json.Unmarshal(messagesJSON, &read); err != nil {
		panic(err) // the build writes this file
	}
	return read
}

// message returns the message of a code with its slots filled.
func message(code, language string, values slots) string {
	text := messages[code][language]
	for name, value := range values {
		text = strings.ReplaceAll(text, "{"+name+"}", value)
	}
	return text
}
