{{/* Name of all objects: the release, with "touchstone" unless it contains this word. */}}
{{- define "touchstone.name" -}}
{{- if contains "touchstone" .Release.Name }}{{ .Release.Name | trunc 63 | trimSuffix "-" }}{{ else }}{{ printf "%s-touchstone" .Release.Name | trunc 63 | trimSuffix "-" }}{{ end }}
{{- end }}

{{/* Labels that select the pods of a release. They never change. */}}
{{- define "touchstone.selector" -}}
app.kubernetes.io/name: touchstone
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "touchstone.labels" -}}
{{ include "touchstone.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* Settings of the server, in order of their names: the defaults of the chart, replaced by those of the values. */}}
{{- define "touchstone.settings" -}}
{{- $defaults := dict
    "address" "0.0.0.0:50051"
    "metrics_address" "0.0.0.0:9464"
    "database_url" "postgresql:///touchstone?service=touchstone"
    "tls_certificate" "/run/secrets/tls/tls.crt"
    "tls_key" "/run/secrets/tls/tls.key"
    "api_keys" "true"
    "evaluating_processes" "2"
    "grace_seconds" "20"
}}
{{- if .Values.httpPort }}{{ $_ := set $defaults "http_address" (printf "0.0.0.0:%v" .Values.httpPort) }}{{ end }}
{{- toYaml (merge (dict) (.Values.settings | default dict) $defaults) }}
{{- end }}
