"""Planning of audits: samples of sites, audit time, and the audits of a certification cycle."""
