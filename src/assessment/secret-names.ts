/** What names of parameters say in the languages of our users; compared without case, accents and punctuation. */

/** Behind a name that ends so stands a secret, whatever it looks like. */
const SECRET_ENDS = new RegExp(
  `(?:${[
    'token|tkn|jwt|jws|geheimnis|segredo|secreto',
    // Passwords: English, German, Dutch, French, Spanish, Portuguese, Italian, the north, the east, Japanese, Chinese, Korean.
    'passwrd|passw|pswd|pwd(?:hash)?|passphrase|passcode|passkey|pincode|userpass|loginpass|dbpass|losungswort',
    'mdp|contrasinal|senha|parolaordine',
    'adgangskode|adgangskoden|kodeord|lo[sz]enord|passord|salasana|lykilord|haslo|heslo|jelszo|sifre|parool',
    'lozinka|geslo|zaporka|slaptazodis|katasandi|matkhau|anshou|bimilbeonho',
    'пароль|κωδικος|密码|密碼|パスワート|暗証番号|비밀번호',
    'cvv2?|cvc2?|securityanswer|geheimantwort|sicherheitsantwort|respuestasecreta',
    'signature|signatur|hmac|assertion|credentials?|authorization|bearer|codeverifier|oauthverifier',
    'accesskey|accesskeyid|privatekey|sessionkey|sesskey|authkey|subscriptionkey|sharekey|apischluessel|apischlussel',
    '(?:verification|verify|activation|activate|reset|confirm|confirmation|access|security|invite|invitation|user|device|auth|authorization|oob|login|signin|recovery|unlock|otp|sms|mfa|2fa|magic)(?:code|hash|link|key)',
    '(?:zugangs|zugriffs|sicherheits|bestatigungs|bestaetigungs|aktivierungs|freischalt|einladungs|anmelde|toegangs|verificatie|beveiligings|activatie|bevestigings|uitnodigings)(?:code|schlussel|schluessel|link|sleutel)',
    '(?:code|codigo|codice)(?:de|di|d)?(?:l)?(?:acces|acceso|accesso|acesso|verification|verificacion|verifica|verificacao|securite|seguridad|sicurezza|seguranca|activation|activacion|attivazione|ativacao|confirmation|confirmacion|conferma|confirmacao|invitation|invitacion|invito|convite)',
    'ninshocode|ninshokodo|kakuninkodo|otp|totp|onetimecode|magiclink|loginlink|autologin',
    'csrf|xsrf|wpnonce|nonce|viewstate|eventvalidation|samlresponse|samlrequest|samlart|relaystate|wresult',
    '(?:j|php|asp|net|web|user|http|app|my)?sess(?:ion)?(?:id|key|hash|nr)|sitzungs(?:id|nummer|schlussel|kennung)|idsession|idsesion|idsessione|idsessao|sessieid|sesionid|aspsessionid\\w*',
    'skoid|sktid|saoid|suoid|contextid|oscsid|xtcsid|zenid|pgtid|pgtiou|keypairid|googleaccessid|invitationid|cftoken|sessid|sapclient?pw',
  ].join('|')})\\d*$`,
);
/** Names that are the end of others, and words that mean a secret wherever they stand in a name. */
const SECRET_WHOLE =
  /^(?:cfid|tok|sig|otp|skt|ske|sks|skv|spr|e?key(?=\d)|ekey|rlkey|resourcekey|licen[sc]ekey)$/;
const SECRET_WITHIN =
  /passwor[dt]|passwd|kennwort|wachtwoord|mot(?:de)?passe|contrasen|palavrapasse|pasuwa|anshou?bango|himitsu|secret(?!ar)|segret[oa]|^geheim.|jeton|apikey|(?:seed|recovery)phrase|pinnumm?(?:ber|er)|codepin|codeconfidentiel|cardnumber|zugangsdaten|ninshou?(?:code|kodo)|(?:clave|chave|chiave|cle|clef|llave|clau|schlussel|sleutel)(?:d[eio]?l?)?(?:acces|aces|secre|segr|api|priv|segur)/;
const ABOUT_SECRETS =
  /(?:polic[yi]|length|strength|expir|reset|forgot|change|rules?|hint|id|name|type|age|count|help|required|enabled|tab|page|limit)(?:s|es|y|ed|on|at|in)?$|^(?:reset|forgot|change|update|no|has|is|show|with)/;
/** Behind these a secret is at least this long: `pass=2` is the second of some. */
const SECRET_SHORT = /^(?:pass|pw|tan|mima|parol|angou|geheim)$/;
export const SHORT_SECRET_LENGTH = 4;
const SECRET_STARTS = /^x(?:amz|goog|oss|cos|ms|obs)(?!version)|^aspsessionid/;
/** A page of a list and the kind of a token are no secrets. */
const NO_SECRET =
  /^(?:next|page|prev|previous|continuation|sync|delta|skip|cursor)+(?:page)?tokens?$|^(?:no|has|is|show|with|reset|forgot|change|new|min|max|use)?(?:passwordpolicy|csrfenabled)$/;

/** Behind these stands a secret where it looks like one: `ticket=1001` is a ticket, `ticket=x7Kp2…` opens a door. */
const DOUBTFUL =
  /(?:key|auth|code|codigo|codice|kodo|ticket|session|sessionid|sesion|sessione|sitzung|seance|sessie|login|signin|anmeldung|policy|invite|invitation|einladung|invito|convite|uitnodiging|confirm|verify|activate|reset|magic|share|shared|guest|access|zugang|acces|acceso|accesso|acesso|toegang|unlock|grant|hash|schlussel|schluessel|llave|chave|chiave|sleutel|geheim|challenge|verifier|unsubscribe|private|signup|register)$/;
/** The same, where it is the last word of a name or all of it: `db_pass`, not `compass`. */
const DOUBTFUL_WORD =
  /^(?:sid|sess|pin|pass|pw|link|ott|sign|signed|firma|cle|clef|clave|kagi|appid|apid|cred|state|mac|preview|proof|ti|st|se|sp|sv|sr|ss|[ekhst])$/;

/** Behind these stands what says which page it is, random as it may look. */
const IDENTIFYING =
  /(?:id|ids|guid|uuid|hash|digest|checksum|fingerprint|thumbprint|serial|version|revision|commit|sha\d*|md5|list|doc|document|dokument|file|filename|folder|item|node|page|record|issue|message|clid)$/;
const IDENTIFYING_WORD =
  /^(?:object|case|card|board|thread|topic|event|open|rev|from|to|base|head|ref|blob|tree|diff|compare|etag|query|search|filter|view|tab|section|anchor|path|name|title|parent|root|source|target|cursor|after|before|asset|build|job|run|trace|span|channel|project|space|site|repo|branch|tag|image|artifact|layer|selected|focus|selection|drawing|layout|table|row|entry|note|comment|highlight|at|address|tx|block|contract|pvs|hp|hb|sn|issuer|integrity|subject|author|[qvpidf]|ds|wd|oid|cid)$/;

export type NameMeaning = 'secret' | 'short-secret' | 'doubtful' | 'identifying' | 'unknown';

/** What the name of a parameter says of its value. `token[value]` and `user.password` have more than one name. */
export function meaningOf(name: string): NameMeaning {
  const names = [name, ...name.split(/[[\].]/)].map(plainName).filter((one) => one !== '');
  if (names.some(isSecret)) return 'secret';
  if (names.some((one) => SECRET_SHORT.test(one))) return 'short-secret';
  const plain = names[0] ?? '';
  if (/hash$/.test(plain) && /^(?:file|content|commit|git|sha\w*|block|tx|image)?hash$/.test(plain))
    return 'identifying';
  if (NO_SECRET.test(plain)) return 'identifying';
  if (
    names.some((one) => DOUBTFUL.test(one)) ||
    DOUBTFUL_WORD.test(plain) ||
    DOUBTFUL_WORD.test(lastWord(name))
  )
    return 'doubtful';
  return IDENTIFYING.test(plain) || IDENTIFYING_WORD.test(plain) || IDENTIFYING_WORD.test(lastWord(name))
    ? 'identifying'
    : 'unknown';
}

const lastWord = (name: string): string => plainName(/(?:[A-Z]?[a-z]+|[A-Z]+|\d+)$/.exec(name)?.[0] ?? '');

/** Names of people's own searches: what they typed is no pair of ours. */
export const isSearch = (name: string): boolean =>
  /^(?:q|query|search|text|term|terms|keywords?|jql|cql|wiql|filter|kw|suche|recherche|busqueda|ricerca|zoeken)$/.test(
    plainName(name),
  );

/** Shared access signatures of Azure Storage: names of two letters that mean something else without the signature. */
export const isOfSharedAccess = (name: string): boolean =>
  /^(?:s[eprvtsi]|sip|spr|srt|sdd|skoid|sktid|skt|ske|sks|skv|saoid|suoid|scid|sig|sduoid|rscc|rscd|rsce|rscl|rsct)$/.test(
    plainName(name),
  );

/** `auth_code`, `X-Amz-Signature`, full-width and accented letters are what they look like. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const isSecret = (plain: string): boolean =>
  !NO_SECRET.test(plain) &&
  (SECRET_STARTS.test(plain) ||
    SECRET_WHOLE.test(plain) ||
    (SECRET_WITHIN.test(plain) && !ABOUT_SECRETS.test(plain)) ||
    (SECRET_ENDS.test(plain) && !/(?:image|page|side)token$/.test(plain)));
