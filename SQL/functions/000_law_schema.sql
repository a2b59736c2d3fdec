create schema if not exists law;
comment on schema law is 'The law''s arithmetic: every amount and every deadline is computed here and nowhere else.';
