-- Why: nothing is mailed to an address before the person has shown, by a one-time link that was mailed there, that it is theirs.

alter table account add column email_confirmed_at timestamptz;

alter table one_time_link drop constraint one_time_link_purpose_check;
alter table one_time_link add check (purpose in ('INVITE', 'RESET_PASSWORD', 'CONFIRM_EMAIL'));
alter table one_time_link drop constraint one_time_link_check;
-- An invitation is for somebody who has no account yet, or any; the others are for one account.
alter table one_time_link add check ((purpose = 'INVITE') = (account_id is null));
alter table one_time_link add check (purpose <> 'CONFIRM_EMAIL' or email is not null);
