/** The public half of a key that nobody holds the other half of: it pins the id of builds for this computer. */
export const DEV_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAk2jVm4lsz/QJ1uVmK4cO6JczsKY8gns1O8DhJB1kA8XmDBwpNrVt7zILw4vq7HurfoktvP+IEaR3XvAKNx1VhfTIKK2Qw7E1NS3qldUnPHu18QbaHV5HGAW1UZpJWVbfzAGj90FpQShadpgJuF1eaNxF+P+JRgNtpjaYS1xxMAgGkLBEkph8Qy4qtlsZGWSsNdbwF952Wx2ZWOYxDU1S0NXD2y/rHFNTLSP55ce7WBrfpx+3mtIxnJY13w6FGKo7TTRpRDSbZQD7pOIHSYavjsg8pa8ZrR8/wK+nfXyeFPKAirMOqLv+d2PUqOHzzPgNu95riwr+H9fRsL9hM/0JkQIDAQAB';

/** The id that Chrome makes of it: the first half of its SHA-256, in letters from a to p. */
export const DEV_ID = 'pcnckhojhdmpipddaghenpffpcpnlfpj';
