import { describe, expect, test } from 'vitest';
import { didYouMean, misnamedSettings } from '../../src/app/misnamed-settings.js';
import { SETTING_NAMES } from '../../src/app/settings.js';

describe('a name in .env that no setting has', () => {
  test.each([
    ['SEED_DIR', 'SEEDS_DIR'],
    ['SEEDSDIR', 'SEEDS_DIR'],
    ['BOT_TOKN', 'BOT_TOKEN'],
    ['bot_token', 'BOT_TOKEN'],
    ['BOT-TOKEN', 'BOT_TOKEN'],
    ['TELEGRAM_BOT_TOKEN', 'BOT_TOKEN'],
    ['TOKEN', 'BOT_TOKEN'],
    ['PORT', 'HTTP_PORT'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['ALOWED_IDS', 'ALLOWED_IDS'],
    ['READR', 'READER'],
    ['JIANBAO_READER', 'READER'],
    ['WEBHOOK_URI', 'WEBHOOK_URL'],
  ])('%s may mean %s', (name, meant) => {
    expect(misnamedSettings(SETTING_NAMES, [name], [])).toEqual([{ name, meant }]);
  });

  test.each(['NODE_ENV', 'DIR', 'IDS', 'USER', 'LANG', 'TZ', 'BOT_NAME', ...SETTING_NAMES])(
    '%s is left alone',
    (name) => {
      expect(misnamedSettings(SETTING_NAMES, [name], [])).toEqual([]);
    },
  );
});

describe('a name in the environment that no setting has', () => {
  test.each([
    ['SEED_DIR', 'SEEDS_DIR'],
    ['BOT_TOKN', 'BOT_TOKEN'],
    ['SeedsDir', 'SEEDS_DIR'],
    ['WEBHOOK_SECERT', 'WEBHOOK_SECRET'],
  ])('%s may mean %s', (name, meant) => {
    expect(misnamedSettings(SETTING_NAMES, [], [name])).toEqual([{ name, meant }]);
  });

  test.each([
    'PATH',
    'HOME',
    'USER',
    'PORT',
    'HOST',
    'TOKEN',
    'LOGLEVEL',
    'HTTPS_PORT',
    'HTTP_PROXY',
    'LEADER',
    'HEADER',
    'TELEGRAM_BOT_TOKEN',
    'npm_config_user_agent',
    'npm_config_cache',
    'npm_lifecycle_event',
    'XDG_CACHE_HOME',
    'NODE_ENV',
    ...SETTING_NAMES,
  ])('%s is left alone', (name) => {
    expect(misnamedSettings(SETTING_NAMES, [], [name])).toEqual([]);
  });

  test('is left alone where the setting itself is there', () => {
    expect(misnamedSettings(SETTING_NAMES, [], ['SEED_DIR', 'SEEDS_DIR'])).toEqual([]);
  });
});

test('a name of .env that is in the environment too, as all are once they are read, is told of once', () => {
  expect(misnamedSettings(SETTING_NAMES, ['SEED_DIR'], ['SEED_DIR'])).toHaveLength(1);
});

test('it is told in both languages', () => {
  expect(didYouMean({ name: 'SEED_DIR', meant: 'SEEDS_DIR' })).toEqual({
    en: 'SEED_DIR is no setting; did you mean SEEDS_DIR?',
    zh: '没有 SEED_DIR 这项设置，是不是想写 SEEDS_DIR？',
  });
});
