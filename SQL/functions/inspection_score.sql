create or replace function inspection.score(money bigint, uncovered_workers bigint, months_open bigint, on_day date)
returns table (score bigint, money_points bigint, worker_points bigint, age_points bigint)
language sql stable as $$
    select p.money_points + p.worker_points + p.age_points, p.money_points, p.worker_points, p.age_points
    from (
        select
            money * law.setting('score_per_million_rupiah', on_day) / 1000000 as money_points,
            uncovered_workers * law.setting('score_per_uncovered_worker', on_day) as worker_points,
            months_open * law.setting('score_per_month_open', on_day) as age_points
    ) as p
$$;
comment on function inspection.score(bigint, bigint, bigint, date) is
    'Priority of an inspection: money at stake, workers without cover and age of the oldest breach, weighted by the office''s settings.';
