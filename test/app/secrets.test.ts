import { describe, expect, it } from 'vitest';
import { redacted } from '../../src/app/log.js';
import { secretsIn } from '../../src/app/secrets.js';

const TOKEN = '123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc';

describe('what is a secret among settings', () => {
  it.each<[what: string, env: Record<string, string>, secrets: string[]]>([
    ['nothing, where nothing is set', {}, []],
    ['a token', { BOT_TOKEN: ` ${TOKEN} ` }, [TOKEN]],
    ['a token that is none', { BOT_TOKEN: 'typed here by mistake' }, ['typed here by mistake']],
    ['the secrets of webhook and cluster', { WEBHOOK_SECRET: 'w1', INDEX_PASSWORD: 'p1' }, ['w1', 'p1']],
    ['not what is empty', { BOT_TOKEN: '', WEBHOOK_SECRET: ' ' }, []],
    ['the password of a proxy', { HTTPS_PROXY: 'http://me:pa55@127.0.0.1:7890' }, ['pa55']],
    ['that of one in small letters', { https_proxy: 'socks5://me:pa55@127.0.0.1' }, ['pa55']],
    ['a password as it stands and as it is meant', { HTTPS_PROXY: 'http://me:p%40ss@h' }, ['p%40ss', 'p@ss']],
    ['one that cannot be decoded', { HTTPS_PROXY: 'http://me:100%@h' }, ['100%']],
    ['one with @ in it', { HTTPS_PROXY: 'ftp://me:p@55@h/a' }, ['p@55']],
    ['those of several nodes', { INDEX_URL: 'https://a:one@n1, https://a:two@n2' }, ['one', 'two']],
    ['no address without one', { INDEX_URL: 'https://n1:9200', HTTPS_PROXY: 'http://me@h:1/a@b' }, []],
    ['nothing else', { ADMIN_IDS: '4711', SEEDS_DIR: '/srv/a:b@c' }, []],
  ])('%s', (_, env, secrets) => {
    expect(secretsIn(env)).toEqual(secrets);
  });
});

it('a text with any of them shows none', () => {
  const env = { BOT_TOKEN: TOKEN, HTTPS_PROXY: 'http://me:p%40ss@h:1' };
  const text = `GET https://api.telegram.org/bot${TOKEN}/getMe by http://me:p%40ss@h:1 as me with p@ss`;
  expect(redacted(text, secretsIn(env))).toBe(
    'GET https://api.telegram.org/bot[secret]/getMe by http://me:[secret]@h:1 as me with [secret]',
  );
});
