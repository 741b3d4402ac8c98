-- Why: who signed in with an identity provider is signed out there too, which needs the token that the provider gave for that.

-- The whole address at the provider; empty for who signed in here.
alter table sign_in_session add column provider_sign_out text;
