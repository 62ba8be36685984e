/** Parameter names that must never keep their value, as services write them. */
export const SECRET_NAMES = [
  ...[
    'access_token',
    'id_token',
    'refresh_token',
    'token',
    'authToken',
    'private_token',
    'csrf_token',
    'Access-Token',
  ],
  ...['code', 'auth', 'authorization', 'jwt', 'session', 'sessionId', 'JSESSIONID', 'PHPSESSID', 'sid'],
  ...['sig', 'signature', 'se', 'sp', 'sv', 'sr', 'st', 'spr', 'skoid', 'sktid', 'skt', 'ske', 'sks', 'skv'],
  ...['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Security-Token', 'x-amz-signature', 'AWSAccessKeyId'],
  ...['X-Goog-Signature', 'x-goog-credential', 'GoogleAccessId', 'Signature', 'Key-Pair-Id', 'Policy'],
  ...[
    'api_key',
    'apikey',
    'API-KEY',
    'key',
    'subscription-key',
    'client_secret',
    'password',
    'passwd',
    'pwd',
  ],
  ...['otp', 'ticket', 'SAMLResponse', 'SAMLRequest', 'RelayState', 'secret', 'nonce'],
] as const;
