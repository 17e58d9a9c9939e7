"""Django's settings, made from the environment. Reading them touches no file but the kept secret key."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE

from milepost.config.databases import database
from milepost.config.environment import Environment
from milepost.config.mail import mail_settings
from milepost.config.oidc import oidc, provider_settings
from milepost.config.secret import secret_key

_given = Environment.of_process()
_package = Path(__file__).resolve().parent.parent

MILEPOST_DATA_DIR = _given.data_dir()
MILEPOST_NOW = _given.moment("MILEPOST_NOW")
MILEPOST_THREADS = max(1, _given.number("MILEPOST_THREADS", 8))
MILEPOST_PRODUCTION = _given.flag("MILEPOST_PRODUCTION")
MILEPOST_SECRET_GIVEN = _given.text("MILEPOST_SECRET_KEY")
MILEPOST_MAIL = bool(_given.text("MILEPOST_EMAIL_URL"))
MILEPOST_OIDC = oidc(_given)
MILEPOST_WEB = _package / "web"

SECRET_KEY = secret_key(MILEPOST_SECRET_GIVEN, MILEPOST_DATA_DIR)
DEBUG = _given.flag("MILEPOST_DEBUG")
ALLOWED_HOSTS = _given.words("MILEPOST_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
ROOT_URLCONF = "milepost.config.urls"
WSGI_APPLICATION = "milepost.config.wsgi.application"

DATABASES = {"default": database(_given.text("MILEPOST_DATABASE_URL"), MILEPOST_DATA_DIR, MILEPOST_THREADS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "milepost.apps.trail",
    "milepost.apps.org",
    "milepost.apps.sheets",
    "milepost.apps.planning",
    "milepost.apps.office",
    "milepost.apps.method",
    "milepost.apps.intake",
    "milepost.apps.practice",
    "milepost.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "milepost.doors.api.caching.keep_nothing",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# Who one is, and how one signs in
AUTH_USER_MODEL = "org.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ["email", "name"]}},
]
ACCOUNT_ADAPTER = "milepost.doors.api.signin.InvitedOnly"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "60/m/ip,40/5m/key", "reset_password": "20/m/ip,5/m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = _given.number("MILEPOST_PROXIES", 0)
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": "/confirm-email/{key}",
    "account_reset_password": "/reset-password",
    "account_reset_password_from_key": "/reset-password/{key}",
    "account_signup": "/sign-in",
    "socialaccount_login_error": "/sign-in",
}
SOCIALACCOUNT_ADAPTER = "milepost.doors.api.vouched.VouchedFor"
SOCIALACCOUNT_PROVIDERS = provider_settings(MILEPOST_OIDC)
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "milepost.doors.api.signin.SealedSecrets"
MFA_TOTP_ISSUER = "Milepost"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "milepost.doors.api.signin.name_tried"
AXES_LOCKOUT_CALLABLE = "milepost.doors.api.signin.locked_out"
AXES_IPWARE_PROXY_COUNT = _given.number("MILEPOST_PROXIES", 0) or None
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W002", "axes.W003"]

# Cookies, headers, what a page may load
SESSION_COOKIE_NAME = "milepost_session"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = MILEPOST_PRODUCTION
CSRF_COOKIE_NAME = "milepost_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = MILEPOST_PRODUCTION
CSRF_TRUSTED_ORIGINS = _given.words("MILEPOST_TRUSTED_ORIGINS")
CSRF_FAILURE_VIEW = "milepost.doors.api.errors.csrf_failed"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _given.number("MILEPOST_PROXIES", 0) else None
SECURE_SSL_REDIRECT = MILEPOST_PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if MILEPOST_PRODUCTION else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF, UNSAFE_INLINE],  # the component kit and the canvas grid set styles on elements
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF, "data:"],
        "connect-src": [SELF],
        "worker-src": [SELF, "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF, *([MILEPOST_OIDC.origin] if MILEPOST_OIDC else [])],  # a form that leads there by way of us is held to it too
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "/static/"
WHITENOISE_ROOT = MILEPOST_WEB if MILEPOST_WEB.is_dir() else None
WHITENOISE_INDEX_FILE = False
WHITENOISE_USE_FINDERS = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+-[\w-]{8}\.\w+$"  # the client's build puts a hash of their content into these names
DATA_UPLOAD_MAX_MEMORY_SIZE = 110 * 1024 * 1024

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"

vars().update(mail_settings(_given))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},  # what a client did wrong, it was told
}
